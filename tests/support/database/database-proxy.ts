import { createServer, type Server, Socket } from "node:net";

/** The state of the connection to the database: open, refusing, silent, or open until a statement that contains these words. */
type State = "open" | "refused" | "silent";

/** Before the statement gets there, or after it did and before its answer is back. */
type Cut = {
  words: string;
  moment: "before" | "after";
  /** For "after": what the answer contains. Answers of earlier statements pass. */
  answer?: string;
  /** How many statements with these words pass before. */
  skip?: number;
};

/** A TCP proxy of the test cluster that can refuse, cut and silence connections. A silenced connection stays silent. */
export class DatabaseLine {
  /** Connections so far. */
  arrivals = 0;
  private state: State = "open";
  private cutAt: Cut | null = null;
  private onCut: (() => void) | null = null;
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  constructor(private readonly target: URL) {}

  async listen(): Promise<string> {
    this.server = createServer((socket) => this.carry(socket));
    await this.bind();
    const through = new URL(this.target);
    through.host = `127.0.0.1:${this.port}`;
    return through.href;
  }

  private bind(): Promise<void> {
    return new Promise((resolve) => {
      this.server?.listen(this.port, "127.0.0.1", () => {
        const address = this.server?.address();
        if (address && typeof address === "object") this.port = address.port;
        resolve();
      });
    });
  }

  /** As after `kill -9`: open connections break, new ones are refused. */
  async refuse(): Promise<void> {
    if (this.state === "refused") return;
    this.state = "refused";
    const closed = new Promise((resolve) => this.server?.close(resolve));
    this.drop();
    await closed;
  }

  /** Nothing comes through any more, and nothing is closed. */
  silence(): void {
    this.state = "silent";
  }

  async restore(): Promise<void> {
    const was = this.state;
    this.state = "open";
    this.cutAt = null;
    if (was === "refused") await this.bind();
  }

  /** Breaks the connection, once, at the first statement with these words; resolves when it has happened. */
  cut(at: Cut): Promise<void> {
    this.cutAt = at;
    return new Promise((resolve) => {
      this.onCut = resolve;
    });
  }

  async close(): Promise<void> {
    this.drop();
    if (this.state !== "refused") await new Promise((resolve) => this.server?.close(resolve));
  }

  private drop(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private carry(socket: Socket): void {
    this.arrivals += 1;
    const upstream = new Socket();
    let is_dead = this.state === "silent";
    for (const end of [socket, upstream]) {
      this.sockets.add(end);
      end
        .on("error", () => {})
        .on("close", () => {
          this.sockets.delete(end);
          if (!is_dead || end === socket) (end === socket ? upstream : socket).destroy();
        });
    }
    const isCarried = () => {
      is_dead ||= this.state === "silent";
      return !is_dead;
    };
    let last: Cut | null = null;
    socket.on("data", (chunk) => {
      if (!isCarried()) return;
      const cut = this.takeCut(chunk);
      if (cut?.moment === "before") return this.breakLine(socket);
      last ??= cut;
      upstream.write(chunk);
    });
    upstream.on("data", (chunk) => {
      if (!isCarried()) return;
      if (last && chunk.includes(last.answer ?? "")) return this.breakLine(socket);
      socket.write(chunk);
    });
    if (!is_dead) upstream.connect(Number(this.target.port), this.target.hostname);
  }

  private takeCut(chunk: Buffer): Cut | null {
    const cut = this.cutAt;
    if (!cut || !chunk.includes(cut.words)) return null;
    this.cutAt = cut.skip ? { ...cut, skip: cut.skip - 1 } : null;
    return cut.skip ? null : cut;
  }

  private breakLine(socket: Socket): void {
    socket.destroy();
    this.onCut?.();
  }
}
