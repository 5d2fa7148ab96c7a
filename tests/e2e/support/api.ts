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
  patch = (path: string, body: object) => this.send("PATCH", path, body);
  delete = (path: string) => this.send("DELETE", path);

  private async send(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.baseURL}${path}`, {
      method,
      headers: {
        ...(body ? { "content-type": "application/json" } : {}),
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text}`);
    return (text === "" ? {} : JSON.parse(text)) as Answer;
  }
}
