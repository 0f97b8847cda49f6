// How well local tests foretell where the next events are.
const foreseen = [...new Set(localStates.filter(({ foresight }) => foresight.length).map(({ label }) => label))];
let shownForesight = 0;

function buildForesight(host, model) {
  const state = localStates.find((one) => one.model === model && one.label === foreseen[shownForesight]);
  const radii = state ? state.foresight : [];
  const curves = radii.map(({ radius, strain, value, error, samples }, i) => ({
    x: numbers(strain), value: numbers(value), error: numbers(error), model,
    stroke: radii.length === 1 ? rgbOf(model) : mapColour(0.12 + 0.72 * i / (radii.length - 1)),
    label: `R = ${radiusText(radius)} (${counted(samples[0])})` }));
  writeLegend(host, curves);
  const none = [{ x: [0, 1], value: [NaN, NaN], error: [0, 0], model, stroke: colour("quiet") }];
  return buildCurves(host, curves.length ? curves : none, { height: 300, low: -0.25, high: 1 });
}

function addForesight() {
  const figure = document.querySelector('[data-local="foresight"]');
  if (!figure) return;
  const first = charts.length;
  for (const model of models) addChart("foresight-" + model, (host) => buildForesight(host, model));
  const mine = charts.slice(first);
  if (foreseen.length < 2) return;
  addSwitch(figure.querySelector(".foresight-choices"), foreseen.map((label) => `tests ${label}`), 0, (i) => {
    shownForesight = i;
    for (const chart of mine) attempt(chart.host, () => drawChart(chart));
  });
}
