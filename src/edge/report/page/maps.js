// Maps on canvas: non-affine displacement of the atoms, and what all maps share.
const maps = [];

/** A canvas sharp on this screen, its context in units of the page. */
function prepare(canvas, ratio) {
  const width = canvas.clientWidth, height = Math.round(width * ratio);
  canvas.width = Math.round(width * devicePixelRatio);
  canvas.height = Math.round(height * devicePixelRatio);
  const context = canvas.getContext("2d");
  context.scale(devicePixelRatio, devicePixelRatio);
  return { context, width, height };
}

/** A bar of a round length at the lower left; `unit` pixels of the page are one sigma, `across` sigma the whole width. */
function drawRuler(context, height, unit, across) {
  const step = 10 ** Math.floor(Math.log10(across / 3));
  const length = [5, 2, 1].map((n) => n * step).find((n) => n <= across / 3);
  const text = `${short(length)} \u03c3`, end = 10 + length * unit;
  context.save();
  context.font = "600 11px " + colour("sans");
  context.fillStyle = faint(colour("paper"), 0.8);
  context.fillRect(4, height - 28, Math.max(end, 10 + context.measureText(text).width) + 2, 24);
  context.fillStyle = context.strokeStyle = colour("ink");
  context.lineWidth = 2;
  context.beginPath();
  context.moveTo(10, height - 9);
  context.lineTo(end, height - 9);
  context.stroke();
  context.fillText(text, 10, height - 14);
  context.restore();
}

function drawScale(place, low, high, gradient = mapGradient) {
  const middle = (low + high) / 2;
  place.innerHTML = "<i></i>" + [low, middle, high].map((value) => `<span>${short(value)}</span>`).join("");
  place.firstChild.style.background = gradient;
}

function drawGlass(figure, frame) {
  const [x, y, across, up] = [frame.x, frame.y, frame.across, frame.up].map(numbers);
  const size = across.map((u, i) => Math.hypot(u, up[i]));
  const high = quantile(size, 0.99);
  const [left, right] = [quantile(x, 0), quantile(x, 1)], [bottom, top] = [quantile(y, 0), quantile(y, 1)];
  const spacing = Math.sqrt((right - left) * (top - bottom) / x.length);
  const ratio = (top - bottom + spacing) / (right - left + spacing);
  const { context, width, height } = prepare(figure.querySelector("canvas"), ratio);
  const unit = width / (right - left + spacing);
  // Those that moved most are drawn last, on top.
  const order = [...size.keys()].sort((a, b) => size[a] - size[b]);
  for (const i of order) {
    context.fillStyle = mapColour(size[i] / (high || 1));
    context.beginPath();
    context.arc((x[i] - left + spacing / 2) * unit, height - (y[i] - bottom + spacing / 2) * unit, 0.45 * spacing * unit, 0, 2 * Math.PI);
    context.fill();
  }
  drawRuler(context, height, unit, right - left + spacing);
  drawScale(figure.querySelector(".scale"), 0, high);
  return `Non-affine displacement of ${x.length} atoms at strain ${frame.strain}, up to ${short(high)}`;
}

function addMap(name, map, draw) {
  const figure = document.querySelector(`[data-figure="${name}"]`);
  if (!figure || !map) return;
  const canvas = figure.querySelector("canvas");
  let chosen = map.frames.length - 1;
  const redraw = () => canvas.setAttribute("aria-label", draw(figure, map.frames[chosen]));
  addSwitch(figure.querySelector(".choices"), map.frames.map(({ strain }) => "\u03b3 = " + String(+strain.toPrecision(6))), chosen,
    (i) => { chosen = i; redraw(); });
  maps.push(redraw);
}

function addMaps() {
  addLatticeMaps();
  addMap("glass-map", data.glassMap, drawGlass);
}
