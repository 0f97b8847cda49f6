// Maps on canvas: plastic shear of the elements, non-affine displacement of the atoms.
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

function drawScale(place, low, high, gradient = mapGradient) {
  const middle = (low + high) / 2;
  place.innerHTML = "<i></i>" + [low, middle, high].map((value) => `<span>${short(value)}</span>`).join("");
  place.firstChild.style.background = gradient;
}

function drawLattice(figure, frame) {
  const { rows, columns } = data.latticeMap;
  const values = numbers(frame.values);
  const low = Math.min(0, quantile(values, 0.01)), high = quantile(values, 0.99);
  const { context, width, height } = prepare(figure.querySelector("canvas"), rows / columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      context.fillStyle = mapColour((values[row * columns + column] - low) / (high - low || 1));
      // Whole pixels, so that no seams show; row 0 is at the bottom.
      const left = Math.round(column * width / columns), right = Math.round((column + 1) * width / columns);
      const top = Math.round((rows - 1 - row) * height / rows), bottom = Math.round((rows - row) * height / rows);
      context.fillRect(left, top, right - left, bottom - top);
    }
  }
  drawScale(figure.querySelector(".scale"), low, high);
  return `Plastic shear of ${columns} times ${rows} elements at strain ${frame.strain}, from ${short(low)} to ${short(high)}`;
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
  drawScale(figure.querySelector(".scale"), 0, high);
  return `Non-affine displacement of ${x.length} atoms at strain ${frame.strain}, up to ${short(high)}`;
}

function addMap(name, map, draw) {
  const figure = document.querySelector(`[data-figure="${name}"]`);
  if (!figure || !map) return;
  const canvas = figure.querySelector("canvas");
  let chosen = map.frames.length - 1;
  const redraw = () => canvas.setAttribute("aria-label", draw(figure, map.frames[chosen]));
  const buttons = map.frames.map((frame, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "\u03b3 = " + String(+frame.strain.toPrecision(6));
    button.addEventListener("click", () => {
      chosen = i;
      buttons.forEach((other, j) => other.setAttribute("aria-pressed", String(j === i)));
      redraw();
    });
    button.setAttribute("aria-pressed", String(i === chosen));
    return button;
  });
  figure.querySelector(".choices").append(...buttons);
  maps.push(redraw);
}

function addMaps() {
  addMap("lattice-map", data.latticeMap, drawLattice);
  addMap("glass-map", data.glassMap, drawGlass);
}
