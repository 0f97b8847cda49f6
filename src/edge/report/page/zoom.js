// Zooming along the strain axis: by buttons, and by fingers where there is no mouse to drag.
function wholeRange(plot) {
  const x = plot.data[0];
  return [x[0], x[x.length - 1]];
}

/** Shows from..to, kept within the data and no narrower than ten points. */
function showRange(plot, from, to) {
  const [first, last] = wholeRange(plot);
  const narrowest = 10 * (last - first) / plot.data[0].length;
  const width = Math.min(last - first, Math.max(narrowest, to - from));
  const min = Math.min(Math.max(first, (from + to - width) / 2), last - width);
  plot.zoomed = width < last - first;
  plot.setScale("x", { min, max: min + width });
}

function zoomBy(plot, factor, shift = 0) {
  const { min, max } = plot.scales.x;
  const middle = (min + max) / 2 + shift * (max - min);
  const half = factor * (max - min) / 2;
  showRange(plot, middle - half, middle + half);
}

function addZoomButtons(place, plotNow) {
  const actions = [["Zoom in", 0.4, 0], ["Zoom out", 2.5, 0], ["\u2190 Earlier", 1, -0.5], ["Later \u2192", 1, 0.5],
    ["Whole curve", Infinity, 0]];
  for (const [label, factor, shift] of actions) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => {
      if (factor === Infinity) showRange(plotNow(), ...wholeRange(plotNow()));
      else zoomBy(plotNow(), factor, shift);
    });
    place.append(button);
  }
}

/** One finger slides, two pinch; the page itself still scrolls up and down. */
function addTouchZoom(plot) {
  const over = plot.over;
  const fingers = new Map();
  const place = () => {
    const xs = [...fingers.values()];
    return { middle: (Math.min(...xs) + Math.max(...xs)) / 2, spread: Math.max(...xs) - Math.min(...xs) };
  };
  over.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch") fingers.set(event.pointerId, event.clientX);
  });
  over.addEventListener("pointermove", (event) => {
    if (!fingers.has(event.pointerId)) return;
    const before = place();
    fingers.set(event.pointerId, event.clientX);
    const now = place();
    const { min, max } = plot.scales.x;
    const perPixel = (max - min) / over.clientWidth;
    const factor = before.spread > 20 && now.spread > 20 ? before.spread / now.spread : 1;
    const shift = (before.middle - now.middle) * perPixel;
    const middle = (min + max) / 2 + shift;
    showRange(plot, middle - factor * (max - min) / 2, middle + factor * (max - min) / 2);
  });
  for (const end of ["pointerup", "pointercancel", "pointerleave"]) {
    over.addEventListener(end, (event) => fingers.delete(event.pointerId));
  }
}
