// How well local tests foretell where the next events are.
const foreseenOf = (model) => localStatesOf(model).filter(({ foresight }) => foresight.length);
let shownForesight = 0;

/** The n-th tested state of each model, in words. */
function foreseenLabel(n) {
  const states = models.map((model) => foreseenOf(model)[n]).filter(Boolean);
  const alike = states.every(({ label }) => label === states[0].label) && states.length === models.length;
  return alike ? `tests ${states[0].label}` : states.map(({ model, label }) => `${model} ${label}`).join(", ");
}

function buildForesight(host, model) {
  const state = foreseenOf(model)[shownForesight];
  const radii = state ? state.foresight : [];
  const curves = radii.map(({ radius, strain, value, error, samples }, i) => ({
    x: numbers(strain), value: numbers(value), error: numbers(error), model,
    stroke: curveColour(i, radii.length, model),
    label: `R = ${radiusText(radius)} (${counted(samples[0])})` }));
  writeLegend(host, curves);
  return buildCurves(host, curves, { height: 300, low: -0.25, high: 1 });
}

function addForesight() {
  const figure = document.querySelector('[data-local="foresight"]');
  if (!figure) return;
  const first = charts.length;
  for (const model of models) addChart("foresight-" + model, (host) => buildForesight(host, model));
  const mine = charts.slice(first);
  const states = Math.max(...models.map((model) => foreseenOf(model).length));
  if (states < 2) return;
  addSwitch(figure.querySelector(".foresight-choices"), Array.from({ length: states }, (_, n) => foreseenLabel(n)), 0, (i) => {
    shownForesight = i;
    for (const chart of mine) attempt(chart.host, () => drawChart(chart));
  });
}
