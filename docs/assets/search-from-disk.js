// Pages opened from disk may start no worker: there the search runs in a hidden frame of the page instead.
if (location.protocol === "file:") {
  window.IFrameWorker = window.Worker = class extends EventTarget {
    constructor(url) {
      super()
      const frame = document.createElement("iframe")
      frame.hidden = true
      document.body.append(frame)
      const inside = frame.contentWindow
      inside.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
      inside.importScripts = (...urls) => Promise.all(urls.map(one => load(inside, one)))
      this.ready = load(inside, url).then(() => inside)
    }

    postMessage(data) {
      this.ready.then(inside => inside.dispatchEvent(new MessageEvent("message", { data })))
    }
  }

  const load = (inside, url) => new Promise((done, failed) => {
    const script = inside.document.createElement("script")
    script.src = url
    script.onload = done
    script.onerror = failed
    inside.document.body.append(script)
  })
}
