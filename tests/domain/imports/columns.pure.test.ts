import { expect, test } from "vitest";
import { aliases } from "@/lib/domain/imports/parse/aliases";
import { type ImportField, importFields } from "@/lib/domain/imports/parse/fields";
import { wordsOf } from "@/lib/domain/imports/parse/guess-field";
import { recogniseColumns } from "@/lib/domain/imports/parse/recognise-columns";

const fieldsOf = (headers: string[]) => recogniseColumns(headers).columns.map(({ field }) => field);

const exports: [string, [string, ImportField | null][]][] = [
  [
    "an English studio system",
    [
      ["Client ID", "member_code"],
      ["First Name", "first_name"],
      ["Last Name", "last_name"],
      ["Email", "email"],
      ["Mobile Phone", "mobile"],
      ["Home Phone", "phone"],
      ["Birth Date (mm/dd/yyyy)", "birth_on"],
      ["Gender", "gender"],
      ["Address", "address"],
      ["City", "city"],
      ["State", "region"],
      ["Postal Code", "postal_code"],
      ["Member Since", "joined_on"],
      ["Membership Type", "plan"],
      ["Membership Start Date", "starts_on"],
      ["Membership End Date", "ends_on"],
      ["Next Billing Date", "next_bill_on"],
      ["Status", "status"],
      ["Custom Price", "price"],
      ["Credits Remaining", "sessions_left"],
      ["Credit Expiration Date", "sessions_expire_on"],
      ["Tags", "tags"],
      ["Notes", "notes"],
      ["Emergency Contact Name", "emergency_contact_name"],
      ["Emergency Contact Phone", "emergency_contact_phone"],
      ["Emergency Contact Email", null],
      ["Marketing Opt-In", "marketing_consent"],
      ["Home Club", "location"],
      ["Freeze Resume Date", "resumes_on"],
      ["Cancel Date", "cancels_on"],
      ["Discount %", "discount"],
      ["Payment Method", "payment_method"],
      ["Last Visit", null],
      ["Trainer Name", null],
      ["Credit Card Number", null],
      ["Referred By", null],
    ],
  ],
  [
    "a database dump",
    [
      ["member_id", "member_code"],
      ["firstName", "first_name"],
      ["lastName", "last_name"],
      ["emailAddress", "email"],
      ["phone_number", "phone"],
      ["dateOfBirth", "birth_on"],
      ["createdAt", "joined_on"],
      ["plan.name", "plan"],
      ["isActive", "status"],
      ["email_verified", null],
      ["last_login_at", null],
    ],
  ],
  [
    "a German club",
    [
      ["Mitgliedsnummer", "member_code"],
      ["Vorname", "first_name"],
      ["Name", "last_name"],
      ["E-Mail-Adresse", "email"],
      ["Handynummer", "mobile"],
      ["Geburtsdatum (TT.MM.JJJJ)", "birth_on"],
      ["Geschlecht", "gender"],
      ["Straße", "address"],
      ["PLZ", "postal_code"],
      ["Ort", "city"],
      ["Eintrittsdatum", "joined_on"],
      ["Tarif", "plan"],
      ["Vertragsbeginn", "starts_on"],
      ["Vertragsende", "ends_on"],
      ["Nächste Abbuchung", "next_bill_on"],
      ["Beitrag", "price"],
      ["Ruhend bis", "resumes_on"],
      ["Gekündigt zum", "cancels_on"],
      ["Notfallkontakt", "emergency_contact_name"],
      ["Bemerkung", "notes"],
    ],
  ],
  [
    "a Spanish gimnasio",
    [
      ["Nº socio", "member_code"],
      ["Nombre", "first_name"],
      ["Apellidos", "last_name"],
      ["Correo electrónico", "email"],
      ["Móvil", "mobile"],
      ["Teléfono", "phone"],
      ["Fecha de nacimiento", "birth_on"],
      ["Sexo", "gender"],
      ["Dirección", "address"],
      ["Fecha de alta", "joined_on"],
      ["Membresía", "plan"],
      ["Fecha de inicio", "starts_on"],
      ["Fecha de vencimiento", "ends_on"],
      ["Próximo cobro", "next_bill_on"],
      ["Estado", "status"],
      ["Precio", "price"],
      ["Contacto de emergencia", "emergency_contact_name"],
      ["Teléfono de emergencia", "emergency_contact_phone"],
      ["Sede", "location"],
    ],
  ],
  [
    "a French salle",
    [
      ["N° d’adhérent", "member_code"],
      ["Prénom", "first_name"],
      ["Nom", "last_name"],
      ["Courriel", "email"],
      ["Portable", "mobile"],
      ["Date de naissance", "birth_on"],
      ["Date d'inscription", "joined_on"],
      ["Abonnement", "plan"],
      ["Tarif", "price"],
      ["Date de début", "starts_on"],
      ["Date de fin", "ends_on"],
      ["Prochain prélèvement", "next_bill_on"],
      ["Statut", "status"],
      ["Contact d’urgence", "emergency_contact_name"],
      ["Date de résiliation", "cancels_on"],
    ],
  ],
  [
    "an Indian gym",
    [
      ["Sr No", null],
      ["Admission No.", "member_code"],
      ["Naam", "full_name"],
      ["Mobile No.", "mobile"],
      ["Email ID", "email"],
      ["DOB", "birth_on"],
      ["DOJ", "joined_on"],
      ["Package Name", "plan"],
      ["Package Expiry", "ends_on"],
      ["Fees", "price"],
      ["Due Date", "next_bill_on"],
      ["Batch", "tags"],
      ["Mode of Payment", "payment_method"],
      ["Father's Name", null],
    ],
  ],
  [
    "a list in Hindi",
    [
      ["नाम", "full_name"],
      ["मोबाइल नंबर", "mobile"],
      ["ईमेल", "email"],
      ["जन्म तिथि", "birth_on"],
    ],
  ],
];

test.each(exports)("the columns of %s are recognised", (_, columns) => {
  expect(fieldsOf(columns.map(([header]) => header))).toEqual(columns.map(([, field]) => field));
});

test("a known name is certain, a misspelt one or one among other words only likely", () => {
  const { columns } = recogniseColumns(["Forename", "Surename", "Person's e-mail", "Favourite colour"]);
  expect(columns.map(({ field, confidence }) => [field, confidence])).toEqual([
    ["first_name", "certain"],
    ["last_name", "likely"],
    ["email", "likely"],
    [null, "none"],
  ]);
});

test("unrecognised columns are listed, so that none is lost silently", () => {
  const { unknown, mapping } = recogniseColumns(["First name", "Shoe size", "", "Locker"]);
  expect(unknown).toEqual(["Shoe size", "Locker"]);
  expect(mapping).toEqual({ "0": "first_name" });
});

test("a field goes to its surest column, then to its first", () => {
  expect(fieldsOf(["Personal email here", "Email", "E-mail"])).toEqual([null, "email", null]);
  expect(fieldsOf(["Email they use", "Email they prefer"])).toEqual(["email", null]);
  expect(fieldsOf(["Phone", "Phone"])).toEqual(["phone", null]);
});

test("notes, tags and address lines may come from several columns", () => {
  expect(fieldsOf(["Address 1", "Address 2", "Notes", "Comments", "Tags", "Client Type"])).toEqual([
    "address",
    "address",
    "notes",
    "notes",
    "tags",
    "tags",
  ]);
});

test("Name is the whole name alone, and the family name beside a first name", () => {
  expect(fieldsOf(["Name", "Email"])).toEqual(["full_name", "email"]);
  expect(fieldsOf(["First name", "Name"])).toEqual(["first_name", "last_name"]);
  expect(fieldsOf(["First name", "Last name", "Name"])).toEqual(["first_name", "last_name", "full_name"]);
});

test("X5 a header that names the order of its dates is believed", () => {
  const { columns } = recogniseColumns([
    "DOB (dd/mm/yyyy)",
    "Start (MM-DD-YY)",
    "Ende (TT.MM.JJJJ)",
    "Joined yyyy-mm-dd",
    "End",
  ]);
  expect(columns.map(({ date_format }) => date_format)).toEqual(["dmy", "mdy", "dmy", "iso", null]);
});

test("no column name means two fields", () => {
  const names = importFields.flatMap((field) => aliases[field].split("|").map((alias) => ({ alias, field })));
  const twice = names.filter(({ alias, field }) => names.some((one) => one.alias === alias && one.field !== field));
  expect(twice).toEqual([]);
});

test("every known name is written as headers are folded", () => {
  const unfolded = importFields
    .flatMap((field) => aliases[field].split("|"))
    .filter((alias) => wordsOf(alias).join(" ") !== alias);
  expect(unfolded).toEqual([]);
});

test("every field is found by each of its names, alone and in capitals", () => {
  for (const field of importFields)
    for (const alias of aliases[field].split("|")) {
      expect(fieldsOf([alias]), alias).toEqual([field]);
      expect(fieldsOf([alias.toUpperCase().replaceAll(" ", "_")]), alias).toEqual([field]);
    }
});
