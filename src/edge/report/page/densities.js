// Probability densities of the models, with error bars.
function centresOf(edges, logarithmic) {
  return edges.slice(1).map((high, i) => {
    const low = edges[i];
    return logarithmic && low > 0 ? Math.sqrt(low * high) : (low + high) / 2;
  });
}

/** Empty bins have no place on a logarithmic axis. */
function withoutZeros(values) {
  return values.map((value) => (value > 0 ? value : null));
}

function buildDensity(host, { edges, logarithmic, ...of }) {
  const centres = centresOf(edges, logarithmic);
  const present = models.filter((model) => of[model]);
  const columns = present.map((model) => (logarithmic ? withoutZeros(of[model].value) : of[model].value));
  const all = columns.flat().filter((value) => value > 0);
  // With the ends of the bars, but for those that are longer than what they stand on.
  const tops = present.flatMap((model) => of[model].value.map((value, i) => value + Math.min(of[model].error[i] || 0, value)));
  const [low, high] = [Math.min(...all), Math.max(...all, ...tops)];
  const scales = logarithmic
    ? { x: { range: [centres[0] / 1.6, edges[edges.length - 1] * 1.2] }, y: { range: [low / 2, high * 1.3] } }
    : { x: { range: [edges[0], edges[edges.length - 1]] }, y: { range: [0, high * 1.05] } };
  const series = present.map((model) => ({ stroke: faint(colour(model), 0.45), width: 1, points: { show: false } }));
  return makePlot(host, {
    height: 270,
    logarithmic: logarithmic ? "xy" : "",
    scales,
    series: [{}, ...series],
    hooks: { draw: [(u) => present.forEach((model, i) => drawMarks(u, i + 1, of[model].error, model))] },
  }, [centres, ...columns]);
}

function addDensities() {
  for (const density of data.densities || []) {
    addChart("density-" + density.quantity, (host) => buildDensity(host, density));
  }
}
