import { streamLive } from "@/lib/contracts/platform/live";
import { send } from "./api";

export type Signal = { name: string; data: Record<string, unknown> };

/** Collects the signals of an event stream until the server ends it. */
export class Screen {
  readonly signals: Signal[] = [];
  is_over = false;
  private readonly reader: ReadableStreamDefaultReader<Uint8Array>;

  constructor(response: Response) {
    this.reader = (response.body as ReadableStream<Uint8Array>).getReader();
    void this.listen();
  }

  names = () => this.signals.map(({ name }) => name);
  ids = (name: string) => this.signals.filter((one) => one.name === name).map(({ data }) => data.id);
  close = () => this.reader.cancel();

  private async listen(): Promise<void> {
    const decoder = new TextDecoder();
    for (let text = ""; ; ) {
      const { done, value } = await this.reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
      const parts = text.split("\n\n");
      text = parts.pop() ?? "";
      for (const part of parts) {
        const name = /^event: (.+)$/m.exec(part)?.[1];
        if (name) this.signals.push({ name, data: JSON.parse(/^data: (.+)$/m.exec(part)?.[1] ?? "{}") });
      }
    }
    this.is_over = true;
  }
}

export async function openScreen(token: string, input: Record<string, unknown> = {}): Promise<Screen> {
  const response = await send(streamLive, input, { token });
  if (response.status !== 200) throw new Error(`The stream answered ${response.status}`);
  return new Screen(response);
}
