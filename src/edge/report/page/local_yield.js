// Local shear tests: densities, and moments against the size of the patch and the direction of its shear.
const localQuantities = [
  ["von_mises", "von Mises stress", "\u03a3<sub>vm</sub>"], ["tau_i", "stress before", "\u03c4<sub>i</sub>"],
  ["tau_c", "yield stress", "\u03c4<sub>c</sub>"], ["distance", "distance to threshold", "\u0394\u03c4<sub>c</sub>"],
  ["drop", "stress drop", "\u03b4\u03c4<sub>c</sub>"], ["critical_strain", "critical strain", "\u03b3<sub>c</sub>"]];
const localDashes = [undefined, [7, 4], [2, 3], [9, 3, 2, 3]];
const localStates = data.localYield || [];
const localLabels = [...new Set(localStates.map(({ label }) => label))];
const localDirections = [0, 90];
/** States of one model, in the order of loading. */
const localStatesOf = (model) => localStates.filter((state) => state.model === model);
const localShown = { quantity: 2, moment: "mean", directions: [0, 90], radius: {},
  labels: models.flatMap((model) => localStatesOf(model).slice(0, 2).map(({ label }) => label)) };

const unique = (list) => [...new Set(list)].sort((a, b) => a - b);

/** Degrees between two directions of shear; those that differ by 180 are one. */
const turnBetween = (a, b) => Math.abs(a - b - 180 * Math.round((a - b) / 180));
const nearestAngle = (angles, direction) => angles.reduce((a, b) => (turnBetween(b, direction) < turnBetween(a, direction) ? b : a));

const radiusText = (radius) => String(+radius.toPrecision(3));

/** Models by colour, states by dashes and hollow marks; backward is paler where both directions are seen. */
function localStyle({ model, label }, direction) {
  const order = localStatesOf(model).findIndex((state) => state.label === label);
  const pale = direction === 90 && localShown.directions.length > 1;
  return { model, label, stroke: pale ? between(model, "paper", 0.5) : rgbOf(model), hollow: order % 2 === 1,
    dash: localDashes[order % localDashes.length], direction };
}

const statesShown = () => localStates.filter(({ label }) => localShown.labels.includes(label));

/** The rows of a state's statistics that are wanted, as a curve over `at`. */
function localCurve(state, estimates, rows, at) {
  const value = numbers(estimates.value), error = numbers(estimates.error);
  return { x: at, value: rows.map((i) => value[i]), error: rows.map((i) => error[i]) };
}

const momentsOf = (state) => state[localShown.moment][localQuantities[localShown.quantity][0]];

function curvesOverRadius() {
  return statesShown().flatMap((state) => localShown.directions.map((direction) => {
    const radii = unique(state.radius);
    const rows = radii.map((radius) => {
      const here = [...state.radius.keys()].filter((i) => state.radius[i] === radius);
      const angle = nearestAngle(here.map((i) => state.angle[i]), direction);
      return here.find((i) => state.angle[i] === angle);
    });
    return { ...localCurve(state, momentsOf(state), rows, radii), ...localStyle(state, direction) };
  }));
}

/** Directions from -90 to 90 degrees, as in the paper; both ends are one direction. */
function curvesOverAngle(estimatesOf) {
  return statesShown().map((state) => {
    const rows = [...state.angle.keys()].filter((i) => state.radius[i] === localShown.radius[state.model]);
    const points = rows.flatMap((i) => {
      const folded = state.angle[i] - 180 * Math.round(state.angle[i] / 180);
      return Math.abs(folded) === 90 ? [[-90, i], [90, i]] : [[folded, i]];
    }).sort(([a], [b]) => a - b);
    return { ...localCurve(state, estimatesOf(state), points.map(([, i]) => i), points.map(([x]) => x)), ...localStyle(state, 0) };
  }).filter(({ x }) => x.length > 0);
}

/** Details of the chosen radii along the chosen directions. */
function detailsShown() {
  return statesShown().flatMap((state) => localShown.directions.flatMap((direction) => {
    const mine = state.details.filter(({ radius }) => radius === localShown.radius[state.model]);
    if (!mine.length) return [];
    const angle = nearestAngle(mine.map((detail) => detail.angle), direction);
    return [{ detail: mine.find((detail) => detail.angle === angle), style: localStyle(state, direction) }];
  }));
}

function drawZero(u) {
  const y = Math.round(u.valToPos(0, "y", true)) + 0.5;
  if (y < u.bbox.top || y > u.bbox.top + u.bbox.height) return;
  u.ctx.save();
  u.ctx.strokeStyle = colour("quiet");
  u.ctx.lineWidth = devicePixelRatio;
  u.ctx.setLineDash([]);
  u.ctx.beginPath();
  u.ctx.moveTo(u.bbox.left, y);
  u.ctx.lineTo(u.bbox.left + u.bbox.width, y);
  u.ctx.stroke();
  u.ctx.restore();
}

const finite = (list) => [...list].filter((value) => Number.isFinite(value));

/** Curves {x, value, error, model, stroke, dash, hollow} with error bars; each has its own x. */
function buildCurves(host, curves, { height = 270, range, steps, low = 0, high = 0 }) {
  const ends = curves.flatMap(({ value, error }) => [...value].flatMap((v, i) => [v - (error[i] || 0), v + (error[i] || 0)]));
  const [bottom, top] = [Math.min(low, ...finite(ends)), Math.max(high, ...finite(ends))];
  const xs = curves.flatMap(({ x }) => [...x]), span = Math.max(...xs) - Math.min(...xs) || 1;
  const pad = 0.07 * (top - bottom || 1);
  const table = joined(curves.map(({ x, value }) => [x, [...value].map((v) => (Number.isFinite(v) ? v : null))]));
  return makePlot(host, {
    height,
    steps,
    scales: {
      x: { range: range || [Math.min(...xs) - 0.06 * span, Math.max(...xs) + 0.06 * span] },
      y: { range: [bottom < 0 ? bottom - pad : bottom, top + pad] },
    },
    series: [{}, ...curves.map(({ stroke, dash }) => ({ stroke, dash, width: 1.2, spanGaps: true, points: { show: false } }))],
    hooks: { drawAxes: [drawZero], draw: [(u) => curves.forEach(({ x, error, model, stroke, hollow }, i) => {
      const at = new Map([...x].map((place, k) => [place, error[k]]));
      drawMarks(u, i + 1, table[0].map((place) => at.get(place)), model, stroke, hollow);
    })] },
  }, table);
}

function buildLocalDensity(host) {
  const name = localQuantities[localShown.quantity][0];
  const curves = detailsShown().filter(({ detail }) => detail.densities[name]).map(({ detail, style }) => {
    const { edges, value, error } = detail.densities[name];
    return { x: centresOf([...numbers(edges)], false), value: [...numbers(value)], error: [...numbers(error)], ...style };
  });
  const tables = curves.map(({ x, value, error }) => {
    const edge = (sign) => value.map((v, i) => Math.max(0, v + sign * (error[i] || 0)));
    return [x, value, edge(1), edge(-1)];
  });
  const series = [], bands = [];
  for (const { stroke, dash } of curves) {
    const edge = { stroke: "transparent", width: 0, spanGaps: true, points: { show: false } };
    series.push({ stroke, dash, width: 1.4, spanGaps: true, points: { show: false } }, edge, { ...edge });
    bands.push({ series: [series.length - 1, series.length], fill: faintRgb(stroke, 0.2) });
  }
  const xs = curves.flatMap(({ x }) => x), high = Math.max(...finite(curves.flatMap(({ value }) => value)));
  const span = Math.max(...xs) - Math.min(...xs) || 1;
  return makePlot(host, {
    height: 270,
    scales: { x: { range: [Math.min(...xs) - 0.03 * span, Math.max(...xs) + 0.03 * span] }, y: { range: [0, 1.1 * high] } },
    series: [{}, ...series],
    bands,
  }, joined(tables));
}

function buildLocalDrops(host) {
  const curves = detailsShown().filter(({ detail }) => detail.drops).map(({ detail: { drops }, style }) =>
    ({ x: numbers(drops.x), value: numbers(drops.value), error: numbers(drops.error), ...style }));
  if (curves.length) return buildCurves(host, curves, {});
  return buildCurves(host, [{ x: [0, 1], value: [NaN, NaN], error: [0, 0], model: "glass", stroke: colour("quiet") }], { high: 1 });
}

const alongAngles = { range: [-97, 97], steps: [30, 45, 90] };
