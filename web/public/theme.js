// Runs before the first paint, so that a chosen theme does not flash. The policy of the page allows no inline script.
try {
  const chosen = localStorage.getItem('muster.theme')
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen
} catch {
  // Storage may be forbidden; the system's theme is then what the page follows.
  document.documentElement.dataset.theme = ''
}
