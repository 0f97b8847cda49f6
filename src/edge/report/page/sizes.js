// Sizes of events, and elastic moduli against strain.
function buildSizes(host, { edges, value, error }) {
  const seen = value.filter((v) => v > 0);
  return makePlot(host, {
    height: 270,
    logarithmic: "xy",
    scales: {
      x: { range: [edges[0] / 1.3, edges[edges.length - 1] * 1.3] },
      y: { range: [Math.min(...seen) / 3, Math.max(...seen) * 3] },
    },
    series: [{}, { stroke: faint(colour("glass"), 0.45), width: 1, points: { show: false } }],
    hooks: { draw: [(u) => drawMarks(u, 1, error, "glass")] },
  }, [centresOf(edges, true), withoutZeros(value)]);
}

function buildModuli(host, relaxed, affine) {
  const { strain } = data.moduli;
  const all = [...relaxed.value, ...affine.value];
  const span = strain[strain.length - 1] - strain[0];
  const line = (name) => ({ stroke: faint(colour(name), 0.45), width: 1, points: { show: false } });
  return makePlot(host, {
    height: 270,
    scales: {
      x: { range: [strain[0] - 0.03 * span, strain[strain.length - 1] + 0.03 * span] },
      y: { range: [0, 1.12 * Math.max(...all)] },
    },
    series: [{}, line("glass"), { ...line("quiet"), dash: [4, 4] }],
    hooks: { draw: [(u) => { drawMarks(u, 1, relaxed.error, "glass"); drawMarks(u, 2, affine.error, "quiet"); }] },
  }, [strain, relaxed.value, affine.value]);
}

function addSizes() {
  for (const name of ["energy", "stress"]) {
    if (data.eventSizes) addChart("sizes-" + name, (host) => buildSizes(host, data.eventSizes[name]));
  }
  if (!data.moduli) return;
  addChart("shear-moduli", (host) => buildModuli(host, data.moduli.shear_modulus, data.moduli.affine_shear_modulus));
  addChart("bulk-moduli", (host) => buildModuli(host, data.moduli.bulk_modulus, data.moduli.affine_bulk_modulus));
}
