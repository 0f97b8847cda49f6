// Stress against strain: one sample of each model, and the mean of all. Both show the same strains.
const models = ["glass", "lattice"];
const shown = { glass: 0, lattice: 0 };
let samePlots = [];

function strainsOf(curves, points) {
  return Float64Array.from({ length: points }, (_, k) => curves.origin + k * curves.step);
}

/** Columns of several tables [x, y, y, ...] over all their x; gaps are bridged. */
function joined(tables) {
  return tables.length === 1 ? tables[0] : uPlot.join(tables);
}

/** Zooms the other chart of strain along. */
function zoomTogether(plot) {
  for (const other of samePlots.map((chart) => chart.plot)) {
    if (!other || other === plot) continue;
    const { min, max } = plot.scales.x;
    if (other.scales.x.min === min && other.scales.x.max === max) continue;
    other.zoomed = plot.zoomed;
    other.setScale("x", { min, max });
  }
}

function strainChart(host, height, series, bands, table, extraHooks = {}) {
  let ready = false;
  const [first, last] = [table[0][0], table[0][table[0].length - 1]];
  const plot = makePlot(host, {
    height,
    series: [{ label: "\u03b3", value: (u, v) => (v == null ? "" : v.toFixed(4)) }, ...series],
    bands,
    legend: {
      show: true, live: true, mount: (u, legend) => host.closest("figure").querySelector(".legend-place").replaceChildren(legend),
      markers: { width: 0, fill: (u, i) => u.series[i].legendColour },
    },
    cursor: { points: { show: false }, drag: { x: true, y: false, dist: 4 }, hover: { prox: 16 } },
    hooks: {
      ...extraHooks,
      setScale: [(u, key) => {
        if (key !== "x" || !ready) return;
        u.zoomed = u.scales.x.max - u.scales.x.min < (last - first) * (1 - 1e-9);
        zoomTogether(u);
      }],
    },
  }, table);
  series.forEach((s, i) => { plot.series[i + 1].legendColour = s.legendColour; });
  ready = true;
  host.classList.add("touch");
  addTouchZoom(plot);
  return plot;
}

const stressText = (u, v) => (v == null ? "" : v.toFixed(4));

function buildSingle(host) {
  const present = models.filter((model) => data[model]);
  const table = joined(present.map((model) => {
    const stress = numbers(data[model].samples[shown[model]].stress);
    return [strainsOf(data[model], stress.length), stress];
  }));
  const series = present.map((model) => ({
    label: `${model}, sample ${data[model].samples[shown[model]].sample}`,
    stroke: colour(model), legendColour: colour(model), width: 1.2, spanGaps: true,
    points: { show: false }, value: stressText,
  }));
  return strainChart(host, 330, series, [], table);
}

function buildMeans(host) {
  const present = models.filter((model) => data[model]);
  const table = joined(present.map((model) => {
    const mean = numbers(data[model].mean), error = numbers(data[model].error);
    return [strainsOf(data[model], mean.length), mean, mean.map((m, k) => m + error[k]), mean.map((m, k) => m - error[k])];
  }));
  const series = [], bands = [];
  for (const model of present) {
    const edge = { class: "band", stroke: "transparent", width: 0, spanGaps: true, points: { show: false } };
    const count = data[model].realizations;
    series.push({
      label: count > 1 ? `${model}, mean of ${count}` : model, stroke: colour(model), legendColour: colour(model),
      width: 1.5, spanGaps: true, points: { show: false }, value: stressText,
    }, edge, { ...edge });
    bands.push({ series: [series.length - 1, series.length], fill: faint(colour(model), 0.22) });
  }
  const shadeBeginning = (u) => {
    if (!data.stationaryFrom) return;
    const end = Math.min(Math.max(u.valToPos(data.stationaryFrom, "x", true), u.bbox.left), u.bbox.left + u.bbox.width);
    u.ctx.fillStyle = colour("shade");
    u.ctx.fillRect(u.bbox.left, u.bbox.top, end - u.bbox.left, u.bbox.height);
  };
  return strainChart(host, 260, series, bands, table, { drawClear: [shadeBeginning] });
}

/** Lists from which to choose the single sample of each model. */
function addSampleChoices(place) {
  for (const model of models.filter((m) => data[m] && data[m].samples.length > 1)) {
    const label = document.createElement("label");
    const list = document.createElement("select");
    data[model].samples.forEach(({ sample }, i) => list.append(new Option(sample, i)));
    list.addEventListener("change", () => {
      shown[model] = Number(list.value);
      drawChart(samePlots[0]);
    });
    label.append(model, list);
    place.append(label);
  }
}

function addCurves() {
  if (!data.glass && !data.lattice) return;
  addChart("single", buildSingle);
  addChart("means", buildMeans);
  samePlots = charts.slice(-2);
  addSampleChoices(document.getElementById("curve-choices"));
  addZoomButtons(document.querySelector('[data-tools="single"]'), () => samePlots[0].plot);
}
