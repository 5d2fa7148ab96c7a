import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currencyOptions } from "@/app/currency-options";
import { personCaller } from "@/app/page-caller";
import { OpenOwnGym } from "@/components/identity/open-own-gym";
import { EntrySteps, ProductEntry } from "@/components/identity/product-entry";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { me } from "@/lib/domain/identity";

export const metadata: Metadata = { title: "Open another gym" };

const steps = [
  "Set the opening hours and the plans",
  "Bring your members along from your old software",
  "Sell the first membership and open the desk",
];

/** For a person who has an account. Super admins open gyms for others, on the platform's page. */
export default async function OpenGymPage() {
  const { user, organizations } = await me(await personCaller(), {});
  if (user.is_super_admin) redirect("/platform");
  return (
    <ProductEntry aside={<EntrySteps title="Three steps to the first check-in" steps={steps} />}>
      <div className="flex flex-col gap-4">
        <h1>{organizations.length > 0 ? "Open another gym" : "Open a gym"}</h1>
        {user.email_verified ? (
          <>
            <p className="text-16">
              The new gym has its own members, plans, team and settings, and {user.email} owns it. To add a location to
              a gym that you have, open the settings of that gym.
            </p>
            <OpenOwnGym currencies={currencyOptions()} />
          </>
        ) : (
          <Callout tone="warn" title="Confirm your e-mail address first">
            <TextLink href="/forgot-password">Set a new password</TextLink>: the link in the mail to {user.email}{" "}
            confirms the address.
          </Callout>
        )}
        <p className="text-center text-14">
          <TextLink href="/switch">Back to your gyms</TextLink>
        </p>
      </div>
    </ProductEntry>
  );
}
