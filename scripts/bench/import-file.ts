import { ironTempleNames } from "@/db/seed/names/iron-temple";
import { random } from "@/db/seed/random";

const header =
  "Member number,First name,Last name,Email,Mobile,Date of birth,Gender,Address,City,Postal code,Joined,Tags,Notes," +
  "Emergency contact,Membership,Status,Start date,Next billing date,Price,Marketing consent\r\n";

/** An export of another system, about 300 bytes per row. Some rows have a warning, some are refused. */
export function* importFile(rows: number, today: string): Generator<Uint8Array> {
  const source = random("import file");
  const encoder = new TextEncoder();
  const first_names = ironTempleNames.flatMap(({ female, male }) => [...female, ...male]);
  const last_names = ironTempleNames.flatMap(({ last }) => last);
  const year = Number(today.slice(0, 4));
  const two = (from: number, to: number) => String(source.integer(from, to)).padStart(2, "0");
  const day = (from: number, to: number) => `${source.integer(from, to)}-${two(1, 12)}-${two(1, 28)}`;
  yield encoder.encode(header);
  for (let row = 1; row <= rows; row++) {
    const [first, last] = [source.pick(first_names), source.pick(last_names)];
    const started = day(year - 4, year - 1);
    const status = source.pick(["Active", "Active", "Active", "Active", "Active", "Frozen", "Cancelled", "Overdue"]);
    const email = row % 100 === 0 ? "not an address" : `${first}.${last}.${row}@example.org`.replace(/[^\w.@]/g, "");
    const cells = [
      row % 2 ? `OLD-${row}` : "",
      first,
      last,
      email,
      `+1${source.pick(["718", "347", "212", "646"])}555${two(0, 99)}${two(0, 99)}`,
      day(1950, 2005),
      source.pick(["f", "m", ""]),
      `"${source.integer(1, 900)} Long Street, back house"`,
      "New York",
      `100${two(0, 99)}`,
      started,
      source.pick(["yoga", "morning;sauna", ""]),
      source.pick(["Trains for a half marathon, asked about the sauna", "", ""]).replaceAll(",", ";"),
      `"${source.pick(first_names)} ${last}, +1 212 555 ${two(0, 99)}${two(0, 99)}"`,
      row % 50 === 1 ? "" : `Plan ${source.integer(1, 6)}`,
      status,
      started,
      status === "Cancelled" ? "" : `${year + 1}-${two(1, 12)}-${two(1, 28)}`,
      source.pick(["", "", "59.00"]),
      source.pick(["yes", "no"]),
    ];
    yield encoder.encode(`${cells.join(",")}\r\n`);
  }
}
