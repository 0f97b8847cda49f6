// Maps of one lattice at all its snapshots, side by side, of the field that the reader chooses.
let shownField = 0, sharedScale = true, scaleWasChosen = false;

/** Fills the cells of a lattice; row 0 is at the bottom. */
function paintCells(canvas, rows, columns, values, colourOf) {
  const { context, width, height } = prepare(canvas, rows / columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      context.fillStyle = colourOf(values[row * columns + column]);
      // Whole pixels, so that no seams show.
      const left = Math.round(column * width / columns), right = Math.round((column + 1) * width / columns);
      const top = Math.round((rows - 1 - row) * height / rows), bottom = Math.round((rows - row) * height / rows);
      context.fillRect(left, top, right - left, bottom - top);
    }
  }
}

/** The ends of the colour scale: all but a hundredth of the values either side. */
function rangeOf(values) {
  const [low, high] = [quantile(values, 0.01), quantile(values, 0.99)];
  return low < high ? [low, high] : [Math.min(low, 0), Math.max(high, low + 1e-12)];
}

/** Whether one scale would leave nothing to see in some of the maps. */
function rangesDiffer(values) {
  const widths = values.map(rangeOf).map(([low, high]) => high - low);
  return Math.max(...widths) > 5 * Math.min(...widths);
}

/** Until the reader chooses: one scale for all maps of a field where that shows them all. */
function chooseScale(figure) {
  const { fields } = data.latticeMaps;
  if (!scaleWasChosen) sharedScale = !rangesDiffer(fields[shownField].maps.map(numbers));
  figure.querySelectorAll(".scale-choices button").forEach((button, i) => button.setAttribute("aria-pressed", String(sharedScale === (i === 0))));
}

function drawLatticeMaps(figure) {
  const { rows, columns, frames, fields } = data.latticeMaps;
  const { label, unit, maps: packedMaps } = fields[shownField];
  const values = packedMaps.map(numbers);
  const shared = rangeOf(values.flatMap((map) => [...map]));
  figure.querySelectorAll(".frame").forEach((frame, i) => {
    const [low, high] = sharedScale ? shared : rangeOf(values[i]);
    const canvas = frame.querySelector("canvas");
    paintCells(canvas, rows, columns, values[i], (value) => mapColour((value - low) / (high - low)));
    canvas.setAttribute("aria-label", `${label} of ${columns} times ${rows} cells at strain ${frames[i].strain}, from ${short(low)} to ${short(high)}`);
    frame.querySelector(".scale").hidden = sharedScale;
    if (!sharedScale) drawScale(frame.querySelector(".scale"), low, high);
  });
  const common = figure.querySelector(".common-scale");
  common.hidden = !sharedScale;
  if (sharedScale) drawScale(common, ...shared);
  figure.querySelector(".scale-title").textContent = label + (unit ? ` in ${unit}` : "");
}

/** Buttons of which one is pressed; choose(i) is called for the one that becomes it. */
function addSwitch(place, labels, chosen, choose) {
  const buttons = labels.map((label, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-pressed", String(i === chosen));
    button.addEventListener("click", () => {
      buttons.forEach((other, j) => other.setAttribute("aria-pressed", String(j === i)));
      choose(i);
    });
    return button;
  });
  place.append(...buttons);
}

function addLatticeMaps() {
  const figure = document.querySelector('[data-figure="lattice-maps"]');
  if (!figure || !data.latticeMaps) return;
  const { frames, fields } = data.latticeMaps;
  figure.querySelector(".frames").append(...frames.map((frame) => {
    const host = document.createElement("div");
    host.className = "frame";
    host.innerHTML = '<p class="axis-title"></p><canvas role="img"></canvas><div class="scale" hidden></div>';
    host.firstChild.textContent = snapshotLabel(frame);
    return host;
  }));
  const redraw = () => drawLatticeMaps(figure);
  addSwitch(figure.querySelector(".field-choices"), fields.map(({ label }) => label), 0, (i) => { shownField = i; chooseScale(figure); redraw(); });
  addSwitch(figure.querySelector(".scale-choices"), ["one scale for all", "a scale for each"], 0, (i) => { sharedScale = i === 0; scaleWasChosen = true; redraw(); });
  chooseScale(figure);
  maps.push(redraw);
}

function drawLargestAvalanche(figure) {
  const { rows, columns } = data.largestAvalanche;
  const values = numbers(data.largestAvalanche.values);
  const high = quantile(values, 1);
  const still = colour("shade");
  paintCells(figure.querySelector("canvas"), rows, columns, values, (value) => (value > 0 ? mapColour(value / high) : still));
  drawScale(figure.querySelector(".scale"), 0, high);
  return `Slips of ${columns} times ${rows} elements in the largest avalanche, up to ${high}`;
}
