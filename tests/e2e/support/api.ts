type Answer = Record<string, unknown> & { id: string };

/** The public API as a program uses it, to arrange what a journey begins with. */
export class Api {
  constructor(
    readonly baseURL: string,
    readonly token: string | null = null,
  ) {}

  as = (token: string) => new Api(this.baseURL, token);
  get = (path: string) => this.send("GET", path);
  post = (path: string, body: object = {}) => this.send("POST", path, body);
  put = (path: string, body: object) => this.send("PUT", path, body);
  patch = (path: string, body: object) => this.send("PATCH", path, body);
  delete = (path: string) => this.send("DELETE", path);

  upload = (path: string, type: string, body: string) => this.ask("POST", path, { type, body });

  private send(method: string, path: string, body?: object): Promise<Answer> {
    return this.ask(method, path, body && { type: "application/json", body: JSON.stringify(body) });
  }

  private async ask(method: string, path: string, content?: { type: string; body: string }): Promise<Answer> {
    const response = await fetch(`${this.baseURL}${path}`, {
      method,
      headers: {
        ...(content ? { "content-type": content.type } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      ...(content ? { body: content.body } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === "" ? {} : JSON.parse(text)) as Answer;
  }
}
