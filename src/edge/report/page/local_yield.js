// Local shear tests: what the page holds of them, and which curves the choices ask for.
const localQuantities = [
  ["von_mises", "von Mises stress", "\u03a3<sub>vm</sub>"], ["tau_i", "stress before", "\u03c4<sub>i</sub>"],
  ["tau_c", "yield stress", "\u03c4<sub>c</sub>"], ["distance", "distance to threshold", "\u0394\u03c4<sub>c</sub>"],
  ["drop", "stress drop", "\u03b4\u03c4<sub>c</sub>"], ["critical_strain", "critical strain", "\u03b3<sub>c</sub>"]];
const localDashes = [undefined, [7, 4], [2, 3], [9, 3, 2, 3]];
const localStates = data.localYield || [];
const localLabels = [...new Set(localStates.map(({ label }) => label))];

const unique = (list) => [...new Set(list)].sort((a, b) => a - b);

/** Directions of shear that differ by 180 degrees are one: that above -90 and up to 90. */
const folded = (angle) => angle - 180 * Math.ceil(angle / 180 - 0.5);
const degrees = (angle) => `${plainLabel(+folded(angle).toPrecision(3))}\u00b0`;
const anglesAt = (state, radius) => state.angle.filter((_, i) => state.radius[i] === radius);

/** Of the angles the one nearest to forward, 0, or backward, 90; none beyond 15 degrees. */
function angleAlong(angles, direction) {
  const off = (angle) => Math.abs(folded(angle - direction));
  const near = angles.filter((angle) => off(angle) <= 15 + 1e-9);
  return near.length ? near.reduce((a, b) => (off(b) < off(a) ? b : a)) : null;
}

/** Forward and backward, as far as anything was tested along them. */
const localDirections = [0, 90].filter((direction) => localStates.some((state) =>
  state.radius.some((radius) => angleAlong(anglesAt(state, radius), direction) !== null)));

/** States of one model, in the order of loading. */
const localStatesOf = (model) => localStates.filter((state) => state.model === model);
const localShown = { quantity: 2, moment: "mean", directions: localDirections, radius: {},
  labels: models.flatMap((model) => localStatesOf(model).slice(0, 2).map(({ label }) => label)) };

const radiusText = (radius) => String(+radius.toPrecision(3));

/** Models by colour, states by dashes and hollow marks; backward is paler where both directions are seen. */
function localStyle({ model, label }, direction) {
  const order = localStatesOf(model).findIndex((state) => state.label === label);
  const pale = direction === 90 && localShown.directions.length > 1;
  return { model, label, stroke: pale ? between(model, "paper", 0.5) : rgbOf(model), hollow: order % 2 === 1,
    dash: localDashes[order % localDashes.length], direction };
}

const statesShown = () => localStates.filter(({ label }) => localShown.labels.includes(label));

/** The rows of a state's statistics that are wanted, as a curve over `at`. */
function localCurve(state, estimates, rows, at) {
  const value = numbers(estimates.value), error = numbers(estimates.error);
  return { x: at, value: rows.map((i) => value[i]), error: rows.map((i) => error[i]) };
}

const momentsOf = (state) => state[localShown.moment][localQuantities[localShown.quantity][0]];

function curvesOverRadius() {
  return statesShown().flatMap((state) => localShown.directions.map((direction) => {
    const rows = unique(state.radius).map((radius) => {
      const angle = angleAlong(anglesAt(state, radius), direction);
      return state.radius.findIndex((r, i) => r === radius && state.angle[i] === angle);
    }).filter((row) => row >= 0);
    return { ...localCurve(state, momentsOf(state), rows, rows.map((row) => state.radius[row])),
      angles: rows.map((row) => state.angle[row]), ...localStyle(state, direction) };
  })).filter(({ x }) => x.length > 0);
}

/** Directions from -90 to 90 degrees, as in the paper; both ends are one direction. */
function curvesOverAngle(estimatesOf) {
  return statesShown().map((state) => {
    const rows = [...state.angle.keys()].filter((i) => state.radius[i] === localShown.radius[state.model]);
    const points = rows.flatMap((i) => {
      const angle = folded(state.angle[i]);
      return Math.abs(angle) === 90 ? [[-90, i], [90, i]] : [[angle, i]];
    }).sort(([a], [b]) => a - b);
    return { ...localCurve(state, estimatesOf(state), points.map(([, i]) => i), points.map(([x]) => x)), ...localStyle(state, 0) };
  }).filter(({ x }) => x.length > 0);
}

/** Details of the chosen radii along the chosen directions. */
function detailsShown() {
  return statesShown().flatMap((state) => localShown.directions.flatMap((direction) => {
    const mine = state.details.filter(({ radius }) => radius === localShown.radius[state.model]);
    const angle = angleAlong(mine.map((detail) => detail.angle), direction);
    return angle === null ? [] : [{ detail: mine.find((detail) => detail.angle === angle), style: localStyle(state, direction) }];
  }));
}
