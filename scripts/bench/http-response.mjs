// Reads just enough of HTTP/1.1 to know where a response ends. It costs a tenth of node:http, so the load leaves the cores to the server.

const HEAD_END = "\r\n\r\n";

export class ResponseReader {
  status = 0;
  #head = "";
  #is_chunked = false;
  /** Bytes of the body, or of the current chunk with its line end, that are still to come. */
  #missing = 0;
  #size_line = "";
  #is_last_chunk = false;

  /**
   * @param {Buffer} data
   * @returns {boolean} whether the response is complete
   */
  push(data) {
    if (this.status !== 0) return this.#body(data, 0);
    const before = this.#head.length;
    this.#head += data.toString("latin1");
    const end = this.#head.indexOf(HEAD_END);
    if (end < 0) return false;
    this.#readHead(this.#head.slice(0, end));
    return this.#body(data, end + HEAD_END.length - before);
  }

  /** @param {string} head */
  #readHead(head) {
    this.status = Number(head.slice(9, 12));
    this.#is_chunked = /\r\ntransfer-encoding: *chunked/i.test(head);
    this.#missing = this.#is_chunked ? 0 : Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  }

  /**
   * @param {Buffer} data
   * @param {number} from
   */
  #body(data, from) {
    if (!this.#is_chunked) {
      this.#missing -= data.length - from;
      return this.#missing <= 0;
    }
    for (let at = from; at < data.length; ) {
      if (this.#missing > 0) {
        const taken = Math.min(this.#missing, data.length - at);
        this.#missing -= taken;
        at += taken;
        continue;
      }
      const line_end = data.indexOf(10, at);
      this.#size_line += data.toString("latin1", at, line_end < 0 ? data.length : line_end);
      if (line_end < 0) return false;
      const size = Number.parseInt(this.#size_line, 16);
      this.#size_line = "";
      this.#is_last_chunk = size === 0;
      this.#missing = size + 2;
      at = line_end + 1;
    }
    return this.#is_last_chunk && this.#missing === 0;
  }
}
