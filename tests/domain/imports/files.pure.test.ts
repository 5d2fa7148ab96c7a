import { expect, test } from "vitest";
import { encodingDetector, type TextEncoding } from "@/lib/domain/imports/parse/detect-encoding";
import { type CsvRow, detectDelimiter, readRows, UnreadableFile } from "@/lib/domain/imports/parse/read-rows";
import { needsPublicData, publicBytes, publicFiles, publicJson } from "@/tests/support/environment/public-data";

/** The finding over a whole file. */
const detectEncoding = (chunks: Iterable<Uint8Array>) => {
  const detector = encodingDetector();
  for (const chunk of chunks) detector.add(chunk);
  return detector.finding();
};

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, is_big_endian = false) => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [index, unit] of [...text].entries()) view.setUint16(index * 2, unit.charCodeAt(0), !is_big_endian);
  return bytes;
};
const latin = (text: string) => Uint8Array.from([...text].map((letter) => letter.charCodeAt(0)));

const read = async (
  bytes: Uint8Array,
  size = bytes.length || 1,
  encoding: TextEncoding = "utf-8",
  delimiter?: string,
) => {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  const rows: CsvRow[] = [];
  for await (const row of readRows({ chunks, encoding, delimiter })) rows.push(row);
  return rows;
};
const cellsOf = async (...args: Parameters<typeof read>) => (await read(...args)).map(({ cells }) => cells);

const people = "first,city\nRahel,Zürich\nMateo,“Åre”\n";

test.each([
  ["UTF-8", utf8(people), "utf-8"],
  ["UTF-8 with a byte order mark", utf8(`\ufeff${people}`), "utf-8"],
  ["plain ASCII", utf8("a,b\n1,2"), "utf-8"],
  ["an empty file", utf8(""), "utf-8"],
  ["UTF-16 with a byte order mark", utf16(`\ufeff${people}`), "utf-16le"],
  ["big-endian UTF-16 with a byte order mark", utf16(`\ufeff${people}`, true), "utf-16be"],
  ["UTF-16 of names without one Latin letter", utf16("\ufeff名前、住所　王伟、東京"), "utf-16le"],
  ["big-endian UTF-16 of such names", utf16("\ufeff名前、住所　王伟、東京", true), "utf-16be"],
  ["UTF-16 without a mark", utf16("first,city\nRahel,Bern\n"), "utf-16le"],
  ["big-endian UTF-16 without a mark", utf16("first,city\nRahel,Bern\n", true), "utf-16be"],
  ["Windows-1252", latin("first,city\nJ\u00fcrgen,Z\u00fcrich\n"), "windows-1252"],
])("X11 %s is recognised by its bytes", (_, bytes, encoding) => {
  expect(detectEncoding([bytes])).toEqual({ ok: true, encoding });
});

test("X11 the one accent in the last row decides, and a letter cut in two by a chunk is whole", () => {
  const plain = utf8("name\n".repeat(50_000));
  expect(detectEncoding([plain, latin("Ren\u00e9")])).toEqual({ ok: true, encoding: "windows-1252" });
  const detector = encodingDetector();
  const accented = utf8("René");
  detector.add(plain);
  detector.add(accented.subarray(0, 4));
  detector.add(accented.subarray(4));
  expect(detector.finding()).toEqual({ ok: true, encoding: "utf-8" });
});

test.each([
  [
    "an Excel workbook",
    Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0),
    "This is an Excel workbook. Open it and save it as CSV UTF-8",
  ],
  ["an old Excel workbook", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), "This is an old Excel workbook"],
  ["a PDF", utf8("%PDF-1.7"), "This is a PDF. Export the list as CSV instead"],
  ["a compressed file", Uint8Array.of(0x1f, 0x8b, 8), "This file is compressed"],
  ["a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 0, 2), "This file holds no readable text"],
])("X11 %s is refused with what to do", (_, bytes, message) => {
  expect(detectEncoding([bytes])).toMatchObject({
    ok: false,
    code: "not_a_text_file",
    message: expect.stringContaining(message),
  });
});

test.each([
  ["a,b,c\n1,2,3\n", ","],
  ["a;b;c\n1,5;2;3\n", ";"],
  ["a\tb\tc\n1,5\t2\t3\n", "\t"],
  ["a|b|c\n1|2|3\n", "|"],
  ["name\nRahel\n", ","],
  ["a;b\n1;2\n", ";"],
  ["Members of Iron Temple\n\na;b\n1;2\n", ";"],
  ["name;address;note\nRahel;Main St 1, Bern;a, b, c\nMateo;Rue 2, Nice;d, e, f\n", ";"],
  ['a;b\n"x;y;z;w";2\n', ";"],
])("X11 the separator of %j is found", (sample, delimiter) => {
  expect(detectDelimiter(sample)).toBe(delimiter);
});

test("X11 a byte order mark is no part of the first column's name", async () => {
  expect(await cellsOf(utf8("\ufefffirst,last\nRahel,Tesfaye"))).toEqual([
    ["first", "last"],
    ["Rahel", "Tesfaye"],
  ]);
  expect(await cellsOf(utf16("\ufefffirst\tlast\nRahel\tTesfaye"), 3, "utf-16le")).toEqual([
    ["first", "last"],
    ["Rahel", "Tesfaye"],
  ]);
});

test("X11 Excel's own line that names the separator is obeyed and counted", async () => {
  expect(await read(utf8("sep=;\r\na;b\r\n1,5;2\r\n"))).toEqual([
    { row_number: 2, cells: ["a", "b"] },
    { row_number: 3, cells: ["1,5", "2"] },
  ]);
});

test("X11 a separator that the owner chose outranks the guess", async () => {
  expect(await cellsOf(utf8("a;b,c\n1;2,3\n"), 100, "utf-8", ",")).toEqual([
    ["a;b", "c"],
    ["1;2", "3"],
  ]);
});

test.each(["\n", "\r\n", "\r"])("X11 rows end with %j", async (newline) => {
  const text = ["a,b", '"x, y","said ""no"""', "1,2", ""].join(newline);
  expect(await cellsOf(utf8(text), 5)).toEqual([
    ["a", "b"],
    ["x, y", 'said "no"'],
    ["1", "2"],
  ]);
});

test("X11 a file that mixes line ends is read as one", async () => {
  expect(await cellsOf(utf8('a,b\r\n1,"2"\n3,4\r\n"5","6"\r\n'))).toEqual([
    ["a", "b"],
    ["1", "2"],
    ["3", "4"],
    ["5", "6"],
  ]);
});

test("X11 blank rows are left out, and the rows behind them keep the number they have in a spreadsheet", async () => {
  expect(await read(utf8("a,b\n\n,,\n1,2\n   \n3,4"))).toEqual([
    { row_number: 1, cells: ["a", "b"] },
    { row_number: 4, cells: ["1", "2"] },
    { row_number: 6, cells: ["3", "4"] },
  ]);
});

test("X11 a note over several lines is one cell of one row, wherever the chunks are cut", async () => {
  const bytes = utf8('\ufeffname,note,ville\n"Zoë","two\r\nlines, and ""quotes""",Orléans\n"Đặng",,東京\n');
  const whole = await read(bytes);
  expect(whole.at(1)?.cells).toEqual(["Zoë", 'two\r\nlines, and "quotes"', "Orléans"]);
  for (let size = 1; size < 40; size++) expect(await read(bytes, size), `chunks of ${size}`).toEqual(whole);
});

test("X11 rows come the same from chunks of any size in a file longer than the first look", async () => {
  const line = (n: number) => `"Member ${n}","line one\nline ${n}",m${n}@example.com`;
  const bytes = utf8(`name,note,email\n${Array.from({ length: 4000 }, (_, n) => line(n)).join("\n")}`);
  const rows = await read(bytes, 1000);
  expect(rows).toHaveLength(4001);
  expect(rows.at(-1)).toEqual({ row_number: 4001, cells: ["Member 3999", "line one\nline 3999", "m3999@example.com"] });
  expect(await read(bytes, 70_001)).toEqual(rows);
});

test("X11 fifty thousand rows are streamed, not held in memory", async () => {
  function* file() {
    yield utf8("first,last,email\n");
    for (let part = 0; part < 500; part++)
      yield utf8(Array.from({ length: 100 }, (_, n) => `First ${part},Last ${n},p${part}n${n}@example.com\n`).join(""));
  }
  let count = 0;
  for await (const { cells } of readRows({ chunks: file(), encoding: "utf-8" })) count += cells.length === 3 ? 1 : 0;
  expect(count).toBe(50_001);
});

test("X11 a quotation mark that never closes is found by its row, not swallowed with the file", async () => {
  const short = read(utf8('a,b\n1,2\n"3,4\n5,6\n'));
  await expect(short).rejects.toThrow(UnreadableFile);
  await expect(short).rejects.toThrow("A quotation mark in row 3 never closes");
  const long = utf8(`a,b\n1,2\n"3,4\n${"5,6\n".repeat(400_000)}`);
  await expect(read(long, 65_536)).rejects.toThrow("A quotation mark in row 3 never closes");
});

test("X11 a file with hundreds of columns is no list of members", async () => {
  await expect(read(utf8(`a,b\n${",".repeat(600)}`))).rejects.toThrow("Row 2 has more than 500 columns");
  await expect(read(utf8(`${",".repeat(500)}\na,b`))).rejects.toThrow("Row 1 has more than 500 columns");
  expect(await read(utf8(`a${",".repeat(499)}`))).toHaveLength(1);
});

const { skip, note } = needsPublicData("torture/csv-spectrum");

test.skipIf(skip)(`X11 the CSV files of csv-spectrum are read as they are meant ${note}`, async () => {
  for (const file of publicFiles("torture/csv-spectrum/csvs")) {
    // Its answer for this one does not belong to its file.
    if (file === "location_coordinates.csv") continue;
    const [header = [], ...rows] = await cellsOf(publicBytes(`torture/csv-spectrum/csvs/${file}`), 7, "utf-8", ",");
    const records = rows.map((cells) => Object.fromEntries(header.map((name, index) => [name, cells[index]])));
    expect(records, file).toEqual(publicJson(`torture/csv-spectrum/json/${file.replace(".csv", ".json")}`));
  }
});

const bookings = needsPublicData("class_bookings/fitness_class_2212_dirty_partial.csv");

test.skipIf(bookings.skip)(`X11 a file of class bookings is read to its last row ${bookings.note}`, async () => {
  const rows = await read(publicBytes("class_bookings/fitness_class_2212_dirty_partial.csv"), 4096);
  expect(rows).toHaveLength(1501);
  expect(rows[0]?.cells).toHaveLength(8);
  expect(rows.every(({ cells }) => cells.length === 8)).toBe(true);
});
