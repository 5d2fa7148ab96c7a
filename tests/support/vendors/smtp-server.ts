import { type AddressInfo, createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What the server says to a command instead of what it would; null: nothing at all, "": it hangs up. */
type Script = Partial<Record<"GREETING" | "AUTH" | "MAIL" | "RCPT" | "DATA" | "END", string | null>>;

/** A mail server of the test, without encryption, that stores what it receives. */
export async function smtpServer(script: Script = {}) {
  const letters: string[] = [];
  const commands: string[] = [];
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on("error", () => {});
    const say = (moment: keyof Script, usual: string) => {
      const line = moment in script ? script[moment] : usual;
      if (line === "") socket.destroy();
      else if (line) socket.write(`${line}\r\n`);
      return line?.startsWith("3") ?? false;
    };
    say("GREETING", "220 mail.example ESMTP");
    let waiting = "";
    let in_data = false;
    socket.setEncoding("utf8").on("data", (chunk: string) => {
      waiting += chunk;
      for (;;) {
        const end = waiting.indexOf(in_data ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const text = waiting.slice(0, end);
        waiting = waiting.slice(end + (in_data ? 5 : 2));
        if (in_data) {
          in_data = false;
          letters.push(text);
          say("END", "250 2.0.0 kept");
          continue;
        }
        commands.push(text);
        const verb = text.split(" ")[0]?.toUpperCase();
        if (verb === "EHLO") socket.write("250-mail.example\r\n250 AUTH PLAIN\r\n");
        else if (verb === "AUTH") say("AUTH", "235 2.7.0 welcome");
        else if (verb === "MAIL") say("MAIL", "250 2.1.0 yes");
        else if (verb === "RCPT") say("RCPT", "250 2.1.5 yes");
        else if (verb === "DATA") in_data = say("DATA", "354 go on");
        else socket.end("221 bye\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, letters, commands };
}
