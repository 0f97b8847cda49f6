// Colours: of the page as its style sheet has them now, and of the maps.
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
}

/** The same colour, let through by `alpha`. */
function faint(hex, alpha) {
  return hex + Math.round(255 * alpha).toString(16).padStart(2, "0");
}

/** The same for a colour of mapColour. */
function faintRgb(rgb, alpha) {
  return rgb.replace("rgb(", "rgba(").replace(")", `,${alpha})`);
}

// Viridis (S. van der Walt and N. Smith, matplotlib): perceptually uniform, readable without colour vision.
const viridis = ["440154", "482475", "414487", "355f8d", "2a788e", "21918c", "22a884", "44bf70", "7ad151",
  "bddf26", "fde725"].map((hex) => [0, 2, 4].map((i) => parseInt(hex.slice(i, i + 2), 16)));

/** Colour of a share between 0 and 1; beyond, that of the end. */
function mapColour(share) {
  const at = Math.min(1, Math.max(0, share)) * (viridis.length - 1);
  const low = Math.min(Math.floor(at), viridis.length - 2);
  const mix = viridis[low].map((from, i) => Math.round(from + (at - low) * (viridis[low + 1][i] - from)));
  return `rgb(${mix.join(",")})`;
}

const mapGradient = `linear-gradient(to right, ${viridis.map((c) => `rgb(${c.join(",")})`).join(", ")})`;
