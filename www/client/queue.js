// One request at a time, in order; what is aborted while it waits is never run.

import { coded } from "./errors.js";

/** How long an aborted request may keep the engine busy, in milliseconds, before the engine is thrown away. */
const PATIENCE = 3000;

export class Queue {
  #start;
  #host;
  #waiting = [];
  #running;
  #closed = false;
  #idle;
  #rest;

  /** `start` makes another host when the one given has crashed, or has been idle for `idle` milliseconds. */
  constructor(start, host, idle) {
    this.#start = start;
    this.#host = host;
    this.#idle = idle;
    this.#wait();
  }

  analyze(text, { signal, ...options } = {}) {
    return new Promise((resolve, reject) => {
      if (this.#closed) throw coded("Closed", "this analyzer has been closed; create another");
      signal?.throwIfAborted();
      const request = { text, options, resolve, reject, signal };
      request.abort = () => this.#abort(request);
      signal?.addEventListener("abort", request.abort);
      this.#waiting.push(request);
      this.#next();
    });
  }

  close() {
    this.#closed = true;
    for (const request of [this.#running, ...this.#waiting])
      request?.reject(coded("Closed", "the analyzer was closed"));
    this.#waiting = [];
    this.#discard();
  }

  #abort(request) {
    request.reject(request.signal.reason);
    if (request === this.#running) request.timer = setTimeout(() => this.#host?.stop(), PATIENCE);
    else this.#waiting.splice(this.#waiting.indexOf(request), 1);
  }

  async #next() {
    if (this.#running) return;
    const request = this.#waiting.shift();
    if (!request) return;
    this.#running = request;
    clearTimeout(this.#rest);
    try {
      await undefined; // On the caller's own thread too, work begins after the call has returned.
      if (this.#host?.dead) this.#host = undefined;
      this.#host ??= await this.#start();
      if (!request.signal?.aborted) request.resolve(await this.#host.analyze(request.text, request.options));
    } catch (error) {
      if (error.code === "Crashed") this.#discard();
      request.reject(error);
    }
    clearTimeout(request.timer);
    request.signal?.removeEventListener("abort", request.abort);
    this.#running = undefined;
    if (this.#closed) this.#discard();
    else {
      this.#wait();
      this.#next();
    }
  }

  /** Only the end of a worker gives its memory back. */
  #wait() {
    if (!this.#idle) return;
    this.#rest = setTimeout(() => this.#discard(), this.#idle);
    this.#rest.unref?.();
  }

  #discard() {
    clearTimeout(this.#rest);
    this.#host?.stop();
    this.#host = undefined;
  }
}
