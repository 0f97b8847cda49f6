// Local shear tests: densities, and moments against the size of the patch and the direction of its shear.
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

/** Marks with error bars for curves that were joined into one table. */
function drawCurveMarks(u, curves) {
  curves.forEach(({ x, error, model, stroke, hollow }, i) => {
    const at = new Map([...x].map((place, k) => [place, error[k]]));
    drawMarks(u, i + 1, u.data[0].map((place) => at.get(place)), model, stroke, hollow);
  });
}

const thinLine = ({ stroke, dash }) => ({ stroke, dash, width: 1.2, spanGaps: true, points: { show: false } });

/** An empty figure for choices of which there is nothing. */
const noCurve = { x: [0, 1], value: [NaN, NaN], error: [0, 0], model: "glass", stroke: "transparent" };

/** Curves {x, value, error, model, stroke, dash, hollow} with error bars; each has its own x. */
function buildCurves(host, wanted, { height = 270, range, steps, low = 0, high = wanted.length ? 0 : 1 }) {
  const curves = wanted.length ? wanted : [noCurve];
  const ends = curves.flatMap(({ value, error }) => [...value].flatMap((v, i) => [v - (error[i] || 0), v + (error[i] || 0)]));
  const [bottom, top] = [Math.min(low, ...finite(ends)), Math.max(high, ...finite(ends))];
  const xs = curves.flatMap(({ x }) => [...x]), span = Math.max(...xs) - Math.min(...xs) || 1;
  const pad = 0.07 * (top - bottom || 1);
  return makePlot(host, {
    height,
    steps,
    scales: {
      x: { range: range || [Math.min(...xs) - 0.06 * span, Math.max(...xs) + 0.06 * span] },
      y: { range: [bottom < 0 ? bottom - pad : bottom, top + pad] },
    },
    series: [{}, ...curves.map(thinLine)],
    hooks: { drawAxes: [drawZero], draw: [(u) => drawCurveMarks(u, curves)] },
  }, joined(curves.map(({ x, value }) => [x, [...value].map((v) => (Number.isFinite(v) ? v : null))])));
}

function buildLocalDensity(host) {
  const name = localQuantities[localShown.quantity][0];
  const curves = detailsShown().filter(({ detail }) => detail.densities[name]).map(({ detail, style }) => {
    const { edges, value, error } = detail.densities[name];
    return { x: centresOf([...numbers(edges)], false), value: [...numbers(value)], error: [...numbers(error)], ...style };
  });
  if (!curves.length) return buildCurves(host, [], {});
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

/** Distances to threshold in bins of equal ratio: a power law at the weak end is a straight line. */
function buildLocalDistances(host) {
  const curves = detailsShown().filter(({ detail }) => detail.distances).map(({ detail: { distances }, style }) => ({
    x: centresOf([...numbers(distances.edges)], true), value: withoutZeros([...numbers(distances.value)]),
    error: [...numbers(distances.error)], ...style }));
  const seen = curves.flatMap(({ value }) => value.filter((v) => v > 0)), xs = curves.flatMap(({ x }) => x);
  if (!seen.length) return buildCurves(host, [], {});
  return makePlot(host, {
    height: 270,
    logarithmic: "xy",
    scales: {
      x: { range: [Math.min(...xs) / 1.5, Math.max(...xs) * 1.5] },
      y: { range: [Math.min(...seen) / 2, Math.max(...seen) * 2] },
    },
    series: [{}, ...curves.map(thinLine)],
    hooks: { draw: [(u) => drawCurveMarks(u, curves)] },
  }, joined(curves.map(({ x, value }) => [x, value])));
}

const buildLocalDrops = (host) => buildCurves(host, detailsShown().filter(({ detail }) => detail.drops).map(
  ({ detail: { drops }, style }) => ({ x: numbers(drops.x), value: numbers(drops.value), error: numbers(drops.error), ...style })), {});

const alongAngles = { range: [-97, 97], steps: [30, 45, 90] };
