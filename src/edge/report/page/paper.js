// Figures of a paper redrawn: curves, points and bars as study::FigurePanel describes them.
const paperRoles = { lengths: [], others: [] };

function knownRoles(role) {
  return role.startsWith("l = ") ? paperRoles.lengths : paperRoles.others;
}

function roleColour(role) {
  if (role === "glass" || role === "lattice") return rgbOf(role);
  if (role === "theory") return rgbOf("quiet");
  const roles = knownRoles(role);
  return roles.length === 1 ? rgbOf("ink") : curveColour(roles.indexOf(role), roles.length);
}

const dashes = { solid: undefined, dashed: [7, 4], dotted: [2, 3] };

/** The numbers of a series by rising x, each x once. */
function paperCurve({ x, value, error, ...series }) {
  const at = numbers(x), y = numbers(value), e = error && numbers(error);
  const order = [...at.keys()].filter((i) => Number.isFinite(y[i])).sort((a, b) => at[a] - at[b])
    .filter((i, k, all) => k === 0 || at[i] !== at[all[k - 1]]);
  return { ...series, x: order.map((i) => at[i]), y: order.map((i) => y[i]),
    error: e ? order.map((i) => (Number.isFinite(e[i]) ? e[i] : 0)) : null };
}

/** Ends of an axis that holds all values with room around them; of a logarithmic one all that are > 0. */
function paperRange(values, logarithmic, room) {
  const seen = values.filter((v) => Number.isFinite(v) && (!logarithmic || v > 0));
  if (!seen.length) return logarithmic ? [0.1, 1] : [0, 1];
  const low = seen.reduce((a, b) => Math.min(a, b)), high = seen.reduce((a, b) => Math.max(a, b));
  if (logarithmic) {
    const factor = Math.max(1.15, (high / low) ** room);
    return [low / factor, high * factor];
  }
  const pad = room * (high - low || Math.abs(high) || 1);
  return [low >= 0 && low < 0.5 * high ? Math.min(0, low) : low - pad, high + pad];
}

function xRange(xs, logarithmic) {
  if (logarithmic) return paperRange(xs, true, 0.05);
  const low = Math.min(...xs), high = Math.max(...xs), pad = 0.04 * (high - low || 1);
  return [low - pad, high + pad];
}

function drawBars(u, curves) {
  const { ctx, bbox } = u;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.setLineDash([]);
  ctx.lineWidth = devicePixelRatio;
  const unit = u.valToPos(1, "x", true) - u.valToPos(0, "x", true), width = 0.8 * unit / curves.length;
  curves.forEach(({ x, y, error, role }, i) => {
    for (let k = 0; k < x.length; k++) {
      const left = u.valToPos(x[k], "x", true) - 0.4 * unit + i * width;
      const top = u.valToPos(y[k], "y", true), bottom = u.valToPos(0, "y", true);
      ctx.fillStyle = roleColour(role);
      ctx.fillRect(left, Math.min(top, bottom), 0.9 * width, Math.abs(bottom - top));
      if (!error || !(error[k] > 0)) continue;
      ctx.strokeStyle = colour("ink");
      ctx.beginPath();
      ctx.moveTo(left + 0.45 * width, u.valToPos(y[k] - error[k], "y", true));
      ctx.lineTo(left + 0.45 * width, u.valToPos(y[k] + error[k], "y", true));
      ctx.stroke();
    }
  });
  ctx.restore();
}

function buildPaperBars(host, panel, curves) {
  const places = [...panel.categories.keys()];
  const high = Math.max(...curves.flatMap(({ y, error }) => y.map((v, k) => v + (error ? error[k] : 0))));
  return makePlot(host, {
    height: 280,
    categories: panel.categories,
    scales: { x: { range: [-0.6, places.length - 0.4] }, y: { range: [0, 1.08 * high] } },
    series: [{}, { stroke: "transparent", points: { show: false } }],
    hooks: { draw: [(u) => drawBars(u, curves)] },
  }, [places, places.map(() => 0)]);
}

const endsOf = (edges) => [edges[0], edges[edges.length - 1]];

/** Curves with bands of one standard error, or points with error bars on a thin line; a cloud of points has none. */
function buildPaperPanel(host, panel) {
  const paths = panel.series.filter(({ mark }) => mark === "path").map((one) => ({ ...one, x: [...numbers(one.x)], y: [...numbers(one.value)] }));
  const curves = panel.series.filter(({ mark }) => mark !== "path").map(paperCurve).filter(({ x }) => x.length);
  if (panel.categories.length) return buildPaperBars(host, panel, curves);
  const bins = panel.map && unpackMap(panel.map);
  if (bins) drawMapScale(host, bins);
  const series = [], bands = [], tables = [], marks = [];
  for (const { x, y, error, role, mark: kind, stroke } of curves) {
    const mark = kind === "cloud" ? "points" : kind;
    const line = roleColour(role), positive = (v) => (panel.logY && v <= 0 ? null : v);
    tables.push([x, y.map(positive)]);
    const trace = !error && stroke === "solid" && x.length > 200;
    const cloud = kind === "cloud" || (mark === "points" && x.length > 100);
    series.push({ stroke: trace ? faintRgb(line, 0.55) : line, dash: dashes[stroke], width: mark === "points" || trace ? 1 : 1.5, spanGaps: true, ...(cloud ? { paths: () => null } : {}), points: { show: false } });
    if (mark === "points") marks.push({ place: series.length, x, error, role, line, hollow: stroke !== "solid" });
    if (mark === "points" || !error) continue;
    tables.push(...[1, -1].map((sign) => [x, y.map((v, k) => positive(v + sign * error[k]))]));
    const edge = { stroke: "transparent", width: 0, spanGaps: true, points: { show: false } };
    series.push(edge, { ...edge });
    bands.push({ series: [series.length - 1, series.length], fill: faintRgb(line, 0.2) });
  }
  const drawAll = (u) => {
    paths.forEach((path) => drawPath(u, path, bins));
    marks.forEach(({ place, x, error, role, line, hollow }) => {
      const at = new Map(x.map((v, k) => [v, error ? error[k] : 0]));
      drawMarks(u, place, u.data[0].map((v) => at.get(v)), role, line, hollow);
    });
  };
  // Bands are shown whole; a point whose error is larger than itself shall not shrink the others.
  const ends = curves.flatMap(({ y, error, mark }) => y.flatMap((v, k) => {
    const whole = mark === "line" && !panel.logY;
    const e = error && (whole || error[k] < Math.abs(v)) ? error[k] : 0;
    return [v - e, v + e];
  })).concat(paths.flatMap(({ y }) => y));
  const xs = curves.concat(paths).flatMap(({ x }) => x).filter(Number.isFinite), angles = Math.min(...xs) === -90 && Math.max(...xs) === 90;
  return makePlot(host, {
    height: 250,
    logarithmic: (panel.logX ? "x" : "") + (panel.logY ? "y" : ""),
    ...(angles && { steps: [30, 45, 90] }),
    scales: { x: { range: bins ? endsOf(bins.x) : xRange(xs, panel.logX) },
      y: { range: bins ? endsOf(bins.y) : paperRange(ends, panel.logY, 0.06) } },
    series: [{}, ...series, ...(series.length ? [] : [{ stroke: "transparent", points: { show: false } }])],
    bands,
    hooks: { drawAxes: bins ? [(u) => drawBins(u, bins)] : panel.logY || paths.length ? [] : [drawZero], draw: [drawAll] },
  }, tables.length ? joined(tables) : [[0, 1], [null, null]]);
}

function legendEntry({ label, role, mark, stroke }) {
  const text = document.createElement("span");
  text.innerHTML = label;
  return { stroke: roleColour(role), line: mark === "bars" ? "solid" : stroke, label: text };
}

/** Of many panels each entry once. */
function writeCommonLegend(section, panels) {
  const entries = new Map(panels.flatMap(({ series }) => series).map((one) => [one.label + one.stroke, one]));
  fillLegend(section.querySelector(".common-legend"), [...entries.values()].map(legendEntry));
}

function addPaperFigures() {
  const figures = data.paper || [];
  for (const { panels } of figures) for (const { series } of panels) for (const { role } of series) {
    if (["glass", "lattice", "theory"].includes(role) || knownRoles(role).includes(role)) continue;
    knownRoles(role).push(role);
  }
  for (const { number, panels } of figures) {
    const section = document.querySelector(`[data-paper="${number}"]`);
    for (const panel of panels) addChart("paper-" + panel.name, (host) => {
      if (section.querySelector(".common-legend")) writeCommonLegend(section, panels);
      else writeLegend(host, panel.series.map(legendEntry));
      return buildPaperPanel(host, panel);
    });
  }
}
