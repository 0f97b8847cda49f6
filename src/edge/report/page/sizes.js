// Sizes of events and avalanches, and elastic moduli against strain.
function buildSizes(host, { at, value, error }, model) {
  const seen = value.filter((v) => v > 0);
  return makePlot(host, {
    height: 270,
    logarithmic: "xy",
    scales: {
      x: { range: [at[0] / 1.5, at[at.length - 1] * 1.5] },
      y: { range: [Math.min(...seen) / 3, Math.max(...seen) * 3] },
    },
    series: [{}, { stroke: faint(colour(model), 0.45), width: 1, points: { show: false } }],
    hooks: { draw: [(u) => drawMarks(u, 1, error, model)] },
  }, [at, withoutZeros(value)]);
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
    if (!data.eventSizes) continue;
    const density = data.eventSizes[name];
    addChart("sizes-" + name, (host) => buildSizes(host, { at: centresOf(density.edges, true), ...density }, "glass"));
  }
  for (const name of ["slips", "duration", "elements"]) {
    const density = data.avalanches && data.avalanches[name];
    if (density) addChart("avalanche-" + name, (host) => buildSizes(host, density, "lattice"));
  }
  if (!data.moduli) return;
  addChart("shear-moduli", (host) => buildModuli(host, data.moduli.shear_modulus, data.moduli.affine_shear_modulus));
  addChart("bulk-moduli", (host) => buildModuli(host, data.moduli.bulk_modulus, data.moduli.affine_bulk_modulus));
}
