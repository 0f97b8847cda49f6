// Lines over time or width: the deviation r of eq. 10, and the energy of the liquids.
function buildDeviation(host) {
  const { widths, ...of } = data.deviation;
  const present = models.filter((model) => of[model]);
  const all = present.flatMap((model) => of[model].value).filter((value) => value > 0);
  return makePlot(host, {
    height: 300,
    logarithmic: "xy",
    scales: {
      x: { range: [widths[0] / 1.3, widths[widths.length - 1] * 1.3] },
      y: { range: [Math.min(...all) / 1.3, Math.max(...all) * 1.3] },
    },
    series: [{}, ...present.map((model) => ({ stroke: faint(colour(model), 0.45), width: 1, points: { show: false } }))],
    hooks: { draw: [(u) => present.forEach((model, i) => drawMarks(u, i + 1, of[model].error, model))] },
  }, [widths, ...present.map((model) => withoutZeros(of[model].value))]);
}

/** Means over windows of a fiftieth of the series, one at every tenth of a window. */
function smoothed(times, values) {
  const window = Math.max(1, Math.floor(values.length / 50));
  const step = Math.max(1, Math.floor(window / 10));
  const sums = [0];
  values.forEach((value) => sums.push(sums[sums.length - 1] + value));
  const x = [], y = [];
  for (let i = 0; i + window <= values.length; i += step) {
    x.push((times[i] + times[i + window - 1]) / 2);
    y.push((sums[i + window] - sums[i]) / window);
  }
  return [x, y];
}

function buildLiquid(host) {
  const tables = data.liquid.map(({ time, energy }) => smoothed(numbers(time), numbers(energy)));
  return makePlot(host, {
    height: 260,
    series: [{}, ...tables.map(() => ({ stroke: faint(colour("glass"), 0.6), width: 1.2, spanGaps: true, points: { show: false } }))],
  }, joined(tables));
}

function addSeries() {
  if (data.deviation) addChart("deviation", buildDeviation);
  if (data.liquid) addChart("liquid", buildLiquid);
}
