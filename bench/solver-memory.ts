// Preloaded into a measured process (node --import): says at its end how much memory was in use at most.
const sampleMs = 50

let peakBytes = 0
const sample = () => {
  const { heapUsed, external } = process.memoryUsage()
  peakBytes = Math.max(peakBytes, heapUsed + external)
}

setInterval(sample, sampleMs).unref()
process.on('exit', () => {
  sample()
  process.stderr.write(`peak ${Math.ceil(peakBytes / 2 ** 20)} MB\n`)
})
