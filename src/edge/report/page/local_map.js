// Places of one sample of each model, coloured by their distance to threshold, and the events that followed.
const localMaps = data.localMap || {};
const shownPlaces = {};

const placesOf = (model) => localMaps[model].radii[shownPlaces[model]];

/** One colour scale for the maps of both models. */
function localMapRange() {
  return rangeOf(Object.keys(localMaps).flatMap((model) => finite(numbers(placesOf(model).distance))));
}

/** Draws a place and its periodic images near the sides; the upper ones lie further to the right. */
function atImages([lx, ly], tilt, reach, x, y, draw) {
  for (const b of [-1, 0, 1]) {
    const up = y + b * ly;
    if (up < -reach || up > ly + reach) continue;
    const right = ((x + b * tilt * ly) % lx + lx) % lx;
    for (const a of [-1, 0, 1]) if (right + a * lx > -reach && right + a * lx < lx + reach) draw(right + a * lx, up);
  }
}

function drawLocalMap(model, figure) {
  const { box, tilt, sample, label, events } = localMaps[model];
  const places = placesOf(model), { columns, rows } = places;
  const [x, y, distance] = [places.x, places.y, places.distance].map(numbers);
  const { context, width, height } = prepare(figure.querySelector("canvas"), box[1] / box[0]);
  const unit = width / box[0], [low, high] = localMapRange();
  const grid = columns > 0;
  const across = grid ? box[0] / columns : Math.sqrt(box[0] * box[1] / x.length);
  const up = grid ? box[1] / rows : across;
  for (const i of x.keys()) {
    context.fillStyle = Number.isFinite(distance[i]) ? mapColour((distance[i] - low) / (high - low)) : colour("rule");
    atImages(box, tilt, across, x[i], y[i], (px, py) => {
      if (grid) {
        // Whole pixels, so that no seams show; the places carry the rounding of their numbers.
        const whole = (at) => Math.round(Number(at.toFixed(2)));
        const [left, right] = [px - across / 2, px + across / 2].map((at) => whole(at * unit));
        const [top, bottom] = [py + up / 2, py - up / 2].map((at) => whole(height - at * unit));
        context.fillRect(left, top, right - left, bottom - top);
      } else {
        disc(context, px * unit, height - py * unit, 0.48 * across * unit, context.fillStyle, "transparent");
      }
    });
  }
  const [ex, ey] = [events.x, events.y].map(numbers);
  context.font = "600 11px " + colour("sans");
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineWidth = 1.4;
  for (const i of [...ex.keys()].reverse()) {
    atImages(box, tilt, 9 / unit, ex[i], ey[i], (px, py) => {
      disc(context, px * unit, height - py * unit, 8.5, "#fff", "#111");
      context.fillStyle = "#111";
      context.fillText(String(i + 1), px * unit, height - py * unit + 0.5);
    });
  }
  context.strokeStyle = colour("rule");
  context.lineWidth = 1;
  context.strokeRect(0.5, 0.5, width - 1, height - 1);
  if (model === "glass") drawRuler(context, height, unit, box[0]);
  drawScale(figure.querySelector(".scale"), low, high);
  const size = localMaps[model].radii.length > 1 ? "" : `, R = ${radiusText(places.radius)}`;
  figure.querySelector(".local-map-title").textContent =
    `${model === "glass" ? "Glass" : "Lattice"}, sample ${sample}, ${label}: ${x.length} places${size}, along ${degrees(places.angle)}`;
  return `Distance to threshold at ${x.length} places of a ${model}, from ${short(low)} to ${short(high)}, and ${ex.length} events that followed`;
}

function addLocalMaps() {
  for (const model of Object.keys(localMaps)) {
    const radii = localMaps[model].radii.map(({ radius }) => radius);
    shownPlaces[model] = radii.length - 1;
    addPicture("local-map-" + model, (figure) => drawLocalMap(model, figure));
    const figure = document.querySelector(`[data-figure="local-map-${model}"]`);
    addRadiusList(figure.querySelector(".choices"), "R", radii, radii[shownPlaces[model]], (radius) => {
      shownPlaces[model] = radii.indexOf(radius);
      maps.forEach((redraw) => redraw());
    });
  }
}
