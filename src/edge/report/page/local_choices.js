// What the reader chooses of the local shear tests, and what the texts beside the figures then say.

/** How many tests stand behind each chosen model and state, at its radius. */
function localNote() {
  const words = models.flatMap((model) => {
    const counts = statesShown().filter((state) => state.model === model).map((state) => {
      const row = state.radius.indexOf(localShown.radius[model]);
      return row < 0 ? null : `${state.tests[row]} tests of ${counted(state.realizations[row])}`;
    }).filter(Boolean);
    const states = counts.length > 1 ? " in each state" : "";
    return counts.length ? [`${model}, R = ${radiusText(localShown.radius[model])}: ${[...new Set(counts)].join(" or ")}${states}`] : [];
  });
  return words.length ? `Along each direction ${words.join("; ")}.` : "";
}

function writeLocalTexts(figure) {
  const [name, , symbol] = localQuantities[localShown.quantity];
  const strain = name === "critical_strain";
  const write = (selector, html) => figure.querySelectorAll(selector).forEach((place) => { place.innerHTML = html; });
  write(".local-symbol", symbol);
  write(".local-moment", localShown.moment === "mean" ? `\u27e8${symbol}\u27e9` : `std(${symbol})`);
  write(".local-unit", strain ? "" : "in \u03b5/\u03c3\u00b2");
  write(".local-per-unit", strain ? "" : "in \u03c3\u00b2/\u03b5");
  const along = (angles) => angles.length ? `along ${unique(angles.map(folded)).map(degrees).join(" and ")}` : "none was within 15\u00b0 of forward or backward";
  write(".local-density-note", along(detailsShown().map(({ detail }) => detail.angle)));
  write(".local-note", localNote());
  write(".local-radius-note", along(curvesOverRadius().flatMap(({ angles }) => angles)));
  write(".local-angle-note", models.filter((model) => localShown.radius[model])
    .map((model) => `${model} R = ${radiusText(localShown.radius[model])}`).join(", "));
  const entries = statesShown().map((state) => ({ ...localStyle(state, 0), label: `${state.model}, ${state.label}` }));
  if (localShown.directions.length > 1) entries.push({ stroke: between("quiet", "paper", 0.5), label: "paler: backward" });
  fillLegend(figure.querySelector(".legend"), entries);
}

/** Buttons that are pressed or not, at least one of them. */
function addToggles(place, labels, pressed, changed) {
  const on = labels.map((label) => pressed.includes(label));
  labels.forEach((label, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.setAttribute("aria-pressed", String(on[i]));
    button.addEventListener("click", () => {
      if (on[i] && on.filter(Boolean).length === 1) return;
      on[i] = !on[i];
      button.setAttribute("aria-pressed", String(on[i]));
      changed(labels.filter((_, k) => on[k]));
    });
    place.append(button);
  });
}

/** A list of radii; chooses the largest one. */
function addRadiusList(place, text, radii, chosen, changed) {
  if (radii.length < 2) return;
  const label = document.createElement("label"), list = document.createElement("select");
  radii.forEach((radius) => list.append(new Option(radiusText(radius), radius, radius === chosen, radius === chosen)));
  list.addEventListener("change", () => changed(Number(list.value)));
  label.append(text, list);
  place.append(label);
}

function addLocalStatistics() {
  const figure = document.querySelector('[data-local="statistics"]');
  if (!figure) return;
  const first = charts.length;
  addChart("local-density", buildLocalDensity);
  addChart("local-radius", (host) => buildCurves(host, curvesOverRadius(), {}));
  addChart("local-angle", (host) => buildCurves(host, curvesOverAngle(momentsOf), alongAngles));
  addChart("local-distances", buildLocalDistances);
  addChart("local-drops", buildLocalDrops);
  addChart("local-negative", (host) => buildCurves(host, curvesOverAngle(({ negative }) => negative), { ...alongAngles, high: 0.1 }));
  const mine = charts.slice(first);
  const redraw = () => {
    writeLocalTexts(figure);
    for (const chart of mine) attempt(chart.host, () => drawChart(chart));
  };
  const choices = (name) => figure.querySelector(`.${name}-choices`);
  addSwitch(choices("quantity"), localQuantities.map(([, label]) => label), localShown.quantity, (i) => { localShown.quantity = i; redraw(); });
  addSwitch(choices("moment"), ["mean", "standard deviation"], 0, (i) => { localShown.moment = i ? "deviation" : "mean"; redraw(); });
  if (localDirections.length > 1) addSwitch(choices("direction"), ["forward and backward", "forward", "backward"], 0, (i) => {
    localShown.directions = [[0, 90], [0], [90]][i];
    redraw();
  });
  if (localLabels.length > 1) addToggles(choices("state"), localLabels, localShown.labels, (labels) => { localShown.labels = labels; redraw(); });
  for (const model of models) {
    const radii = unique(localStatesOf(model).flatMap(({ radius }) => radius));
    localShown.radius[model] = radii[radii.length - 1];
    addRadiusList(choices("radius"), `${model} R`, radii, localShown.radius[model], (radius) => { localShown.radius[model] = radius; redraw(); });
  }
  maps.push(() => writeLocalTexts(figure));
}
