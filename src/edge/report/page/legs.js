// Means over samples that run along a leg of the loading program or over directions, with their errors.

const rgbOf = (name) => `rgb(${[1, 3, 5].map((k) => parseInt(colour(name).slice(k, k + 2), 16)).join(",")})`;

/** The i-th of n colours in order, all of them far from that of the paper; one alone is its model's. */
function curveColour(i, n, model = "lattice") {
  if (n === 1) return rgbOf(model);
  const [first, last] = parseInt(colour("paper").slice(1, 3), 16) < 128 ? [0.35, 0.95] : [0.12, 0.84];
  return mapColour(first + (last - first) * i / (n - 1));
}

/** Colours and dashes with what they stand for, above a figure. */
function writeLegend(host, entries) {
  fillLegend(host.closest("figure").querySelector(".legend"), entries);
}

function fillLegend(legend, entries) {
  legend.replaceChildren(...entries.map(({ stroke, dash, line, label }) => {
    const item = document.createElement("li"), mark = document.createElement("span");
    mark.className = "stroke";
    mark.style.borderTop = `2px ${line || (dash ? "dashed" : "solid")} ${stroke}`;
    item.append(mark, label);
    return item;
  }));
}

const counted = (count) => (count === 1 ? "1 sample" : `${count} samples`);

/** Curves with bands of one standard error; styleOf(curve, i) gives stroke and dash. */
function buildLegs(host, curves, styleOf, logarithmic = "") {
  const tables = curves.map((curve) => {
    const [x, value, error] = [curve.x, curve.value, curve.error].map(numbers);
    return [x, value, value.map((v, k) => v + error[k]), value.map((v, k) => v - error[k])];
  });
  const series = [], bands = [], entries = [];
  curves.forEach((curve, i) => {
    const style = styleOf(curve, i);
    const edge = { stroke: "transparent", width: 0, spanGaps: true, points: { show: false } };
    series.push({ width: 1.5, spanGaps: true, points: { show: false }, stroke: style.stroke, dash: style.dash }, edge, { ...edge });
    bands.push({ series: [series.length - 1, series.length], fill: faintRgb(style.stroke, 0.25) });
    entries.push({ ...style, label: `${style.label} (${counted(curve.realizations)})` });
  });
  writeLegend(host, entries);
  const table = joined(tables), x = table[0];
  const scales = { x: { range: [x[0], x[x.length - 1]] } };
  return makePlot(host, { height: 300, logarithmic, scales, series: [{}, ...series], bands }, table);
}

/** Both directions of reloading in the colour of their model, backward dashed. */
function reloadStyle({ model, label }) {
  return { stroke: rgbOf(model), dash: label.includes("backward") ? [6, 4] : undefined, label: `${model}, ${label}` };
}

const inOrder = (curves) => ({ model, label }, i) => ({ stroke: curveColour(i, curves.length), label: `${model}, ${label}` });

function snapshotLabel({ strain, stress }) {
  const stressed = stress == null ? "" : `, \u03a3 = ${Math.abs(stress) < 5e-4 ? 0 : short(stress, 2)}`;
  return `\u03b3 = ${+strain.toPrecision(3)}${stressed}`.replace("= -", "= \u2212");
}

/** Mean distance to threshold against the direction of loading; 180 degrees are those of 0. */
function buildAnisotropy(host) {
  const curves = data.anisotropy;
  const closed = (list, alpha) => (alpha[0] === 0 ? [...list, list[0]] : list);
  const tables = curves.map(({ alpha, value }) => [alpha[0] === 0 ? [...alpha, 180] : alpha, closed(value, alpha)]);
  const strokes = curves.map((_, i) => curveColour(i, curves.length));
  writeLegend(host, curves.map((curve, i) => ({ stroke: strokes[i], label: `${snapshotLabel(curve)} (${counted(curve.samples)})` })));
  const high = Math.max(...curves.flatMap(({ value, error }) => value.map((v, k) => v + error[k])));
  const table = joined(tables);
  return makePlot(host, {
    height: 320,
    steps: [22.5, 45],
    scales: { x: { range: [-6, 186] }, y: { range: [0, 1.08 * high] } },
    series: [{}, ...strokes.map((stroke) => ({ stroke, width: 1.2, spanGaps: true, points: { show: false } }))],
    hooks: { draw: [(u) => curves.forEach(({ error, alpha }, i) => {
      const at = new Map(tables[i][0].map((x, k) => [x, closed(error, alpha)[k]]));
      drawMarks(u, i + 1, table[0].map((x) => at.get(x)), "lattice", strokes[i]);
    })] },
  }, table);
}

function addLegs() {
  if (data.reloads) addChart("reloads", (host) => buildLegs(host, data.reloads, reloadStyle));
  if (data.stressLegs) addChart("stress-legs", (host) => buildLegs(host, data.stressLegs, inOrder(data.stressLegs)));
  if (data.creeps) addChart("creeps", (host) => buildLegs(host, data.creeps, inOrder(data.creeps), "x"));
  if (data.anisotropy) addChart("anisotropy", buildAnisotropy);
}
