import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { organizations, outboxMails } from "@/db/schema";
import { inIdentity, inTenant } from "@/db/tenancy";
import { sendSignInLink } from "@/lib/domain/identity";
import { inviteMember } from "@/lib/domain/identity/member-invitations";
import { newGym, newMember } from "@/tests/support/gym/gym";
import { memberEmail } from "@/tests/support/gym/member-invitations";
import { visitor } from "@/tests/support/gym/people";

const mailTo = (email: string) =>
  inIdentity(null, async (db) => {
    const [mail] = await db.select().from(outboxMails).where(eq(outboxMails.to_email, email));
    return mail;
  });

async function gymIn(locale: string) {
  const gym = await newGym();
  await inTenant({ organization_id: gym.organization_id, user_id: null }, (db) =>
    db
      .update(organizations)
      .set({ locale, name: "Casa Fuerte", brand_color: "#aa3300" })
      .where(eq(organizations.id, gym.organization_id)),
  );
  const organization = { ...gym.organization, locale, name: "Casa Fuerte", brand_color: "#aa3300" };
  return { ...gym, organization, caller: { ...gym.people.gym_owner.caller, organization } };
}

test.each([
  ["es-MX", null, "Tu página en Casa Fuerte", "Abrir tu página"],
  ["hi-IN", null, "Casa Fuerte में आपका पेज", "अपना पेज खोलें"],
  ["de-DE", null, "Your page at Casa Fuerte", "Open your page"],
  ["de-DE", "es" as const, "Tu página en Casa Fuerte", "Abrir tu página"],
])(
  "an invitation from a gym with the locale %s to a member with the language %s",
  async (locale, language, subject, button) => {
    const gym = await gymIn(locale);
    const email = memberEmail();
    const id = await newMember(gym, { email, language });
    await inviteMember(gym.caller, { id });
    expect(await mailTo(email)).toMatchObject({
      subject,
      button_label: button,
      brand: { name: "Casa Fuerte", colour: "#aa3300", logo_url: null },
    });
  },
);

test("the first sign-in link is in the language and the colour of the member's only gym, otherwise the product's", async () => {
  const [one, two] = [await gymIn("es-ES"), await gymIn("hi-IN")];
  const [alone, shared] = [memberEmail(), memberEmail()];
  await newMember(one, { email: alone });
  await Promise.all([one, two].map((gym) => newMember(gym, { email: shared })));
  await sendSignInLink(visitor(), { email: alone });
  await sendSignInLink(visitor(), { email: shared });
  expect(await mailTo(alone)).toMatchObject({ subject: "Tu enlace para entrar", brand: { colour: "#aa3300" } });
  expect(await mailTo(shared)).toMatchObject({ subject: "Your sign-in link", brand: null });
});
