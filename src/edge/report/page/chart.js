// What all charts share: axes, marks with error bars, and drawing again when the page changes.
const charts = [];

/** Registers a figure; build(host) makes its uPlot, anew whenever colours or layout change. */
function addChart(name, build) {
  const host = document.querySelector(`[data-figure="${name}"]`);
  if (host) charts.push({ host, build, plot: null });
}

function drawChart(chart) {
  const zoom = chart.plot && chart.plot.zoomed ? { ...chart.plot.scales.x } : null;
  if (chart.plot) chart.plot.destroy();
  chart.plot = chart.build(chart.host);
  if (zoom) chart.plot.setScale("x", { min: zoom.min, max: zoom.max });
}

const superscripts = { "-": "\u207b", 0: "\u2070", 1: "\u00b9", 2: "\u00b2", 3: "\u00b3", 4: "\u2074",
  5: "\u2075", 6: "\u2076", 7: "\u2077", 8: "\u2078", 9: "\u2079" };

/** Does a logarithmic axis span so few powers of ten that twos and fives are wanted too? */
function spansLittle({ min, max }) {
  return Math.log10(max / min) < 1.6;
}

/** The splits of a logarithmic axis that get a grid line and a label. */
function chosenSplits(splits, scale) {
  const digits = spansLittle(scale) ? [1, 2, 5] : [1];
  return splits.map((value) => {
    const power = Math.floor(Math.log10(value) + 1e-9);
    return digits.includes(Math.round(value / 10 ** power)) ? value : null;
  });
}

function logLabel(value, scale) {
  if (value === null) return "";
  if (spansLittle(scale)) return String(+value.toPrecision(1));
  return "10" + [...String(Math.round(Math.log10(value)))].map((c) => superscripts[c]).join("");
}

function plainLabel(value) {
  return String(+value.toPrecision(10)).replace("-", "\u2212");
}

function axis(scale, logarithmic) {
  const filter = (plot, splits) => (logarithmic ? chosenSplits(splits, plot.scales[scale]) : splits);
  return {
    scale,
    font: "12px " + colour("sans"),
    stroke: colour("quiet"),
    grid: { stroke: colour("rule"), width: 1, filter },
    ticks: { stroke: colour("rule"), width: 1, size: 5, filter },
    size: scale === "y" ? 48 : 32,
    gap: 4,
    space: scale === "y" ? 34 : 56,
    filter,
    values: (plot, splits) => splits.map((value) => (logarithmic ? logLabel(value, plot.scales[scale]) : plainLabel(value))),
  };
}

/** The lower end of a logarithmic scale, cut to one digit: uPlot steps from it to the next power of ten, and
    from ends such as 9.8e-5 it would miss that and never arrive. */
function toOneDigit({ range, ...scale }) {
  return range ? { ...scale, range: [Number(range[0].toExponential().replace(/\.\d+/, "")), range[1]] } : scale;
}

/** Names at 0, 1, 2, ... instead of numbers. */
const categoryAxis = (names) => ({ splits: () => [...names.keys()], values: () => names, grid: { show: false } });

/** A uPlot with the page's looks. options: height, logarithmic axes as "x", "y" or "xy", steps of x that may
    be marked, names of categories on x, and uPlot's own. */
function makePlot(host, { height, logarithmic = "", steps, categories, ...options }, table) {
  const isLog = (scale) => logarithmic.includes(scale);
  const wanted = (key) => {
    const scale = (options.scales || {})[key] || {};
    return isLog(key) ? toOneDigit(scale) : scale;
  };
  return new uPlot({
    width: host.clientWidth,
    height,
    legend: { show: false },
    padding: [8, 10, 0, 0],
    cursor: { points: { show: false }, drag: { x: false, y: false } },
    ...options,
    scales: Object.fromEntries(["x", "y"].map((key) => [key,
      { time: false, distr: isLog(key) ? 3 : 1, ...wanted(key) }])),
    axes: [{ ...axis("x", isLog("x")), ...(steps && { incrs: steps }), ...(categories && categoryAxis(categories)) }, axis("y", isLog("y"))],
  }, table, host);
}

/** Draws points with error bars: discs for the glass, squares for the lattice; hollow ones are rings. */
function drawMarks(plot, seriesIndex, errors, model, stroke = colour(model), hollow = false) {
  const { ctx, bbox } = plot;
  const xs = plot.data[0], ys = plot.data[seriesIndex];
  const size = 2.6 * devicePixelRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.strokeStyle = stroke;
  ctx.fillStyle = hollow ? colour("paper") : stroke;
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([]);  // that of the series' line may still be there
  for (let i = 0; i < xs.length; i++) {
    if (ys[i] == null) continue;
    const x = plot.valToPos(xs[i], "x", true);
    const end = (value) => value > 0 || plot.scales.y.distr !== 3 ? plot.valToPos(value, "y", true) : bbox.top + bbox.height;
    if (errors[i] > 0) {
      ctx.beginPath();
      ctx.moveTo(x, end(ys[i] - errors[i]));
      ctx.lineTo(x, end(ys[i] + errors[i]));
      ctx.stroke();
    }
    ctx.beginPath();
    if (model === "glass") ctx.arc(x, end(ys[i]), size, 0, 2 * Math.PI);
    else ctx.rect(x - 0.9 * size, end(ys[i]) - 0.9 * size, 1.8 * size, 1.8 * size);
    ctx.fill();
    if (hollow) ctx.stroke();
  }
  ctx.restore();
}
