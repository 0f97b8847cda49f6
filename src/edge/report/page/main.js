// Draws everything, and again when the window, the colour scheme or the paper changes.
function attempt(host, draw) {
  try {
    draw();
  } catch (error) {
    host.classList.add("failed");
    host.textContent = "This figure could not be drawn.";
    console.error(error);
  }
}

function drawAll() {
  for (const chart of charts) attempt(chart.host, () => drawChart(chart));
  for (const redraw of maps) redraw();
}

addCurves();
addBundles();
addDensities();
addSeries();
addMaps();
addEvents();
addSizes();
addLegs();
addLocalStatistics();
addLocalMaps();
addForesight();
addPaperFigures();
drawAll();

let width = document.documentElement.clientWidth, waiting;
addEventListener("resize", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    if (width === document.documentElement.clientWidth) return;
    width = document.documentElement.clientWidth;
    drawAll();
  }, 120);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
for (const [event, printing] of [["beforeprint", true], ["afterprint", false]]) {
  addEventListener(event, () => {
    document.documentElement.classList.toggle("printing", printing);
    drawAll();
  });
}
