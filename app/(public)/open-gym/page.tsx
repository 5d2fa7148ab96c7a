import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { currencyOptions } from "@/app/currency-options";
import { personCaller } from "@/app/page-caller";
import { OpenOwnGym } from "@/components/identity/open-own-gym";
import { EntrySteps, ProductEntry } from "@/components/identity/product-entry";
import { TextLink } from "@/components/ui/controls/text-link";
import { Callout } from "@/components/ui/data/callout";
import { me } from "@/lib/domain/identity";

export const metadata: Metadata = { title: "Create another gym" };

const steps = [
  "Set your opening hours and plans",
  "Import your members from your old software",
  "Sell your first membership and open the front desk",
];

/** For signed-in users. Super admins create gyms for other people on the platform page. */
export default async function OpenGymPage() {
  const { user, organizations } = await me(await personCaller(), {});
  if (user.is_super_admin) redirect("/platform");
  return (
    <ProductEntry aside={<EntrySteps title="Three steps to the first check-in" steps={steps} />}>
      <div className="flex flex-col gap-4">
        <h1>{organizations.length > 0 ? "Create another gym" : "Create a gym"}</h1>
        {user.email_verified ? (
          <>
            <p className="text-16">
              The new gym has its own members, plans, staff and settings, and {user.email} becomes its owner. To add a
              location to an existing gym, go to the settings of that gym.
            </p>
            <OpenOwnGym currencies={currencyOptions()} />
          </>
        ) : (
          <Callout tone="warn" title="Verify your e-mail address first">
            <TextLink href="/forgot-password">Set a new password</TextLink>: the link in the e-mail to {user.email}{" "}
            verifies your address.
          </Callout>
        )}
        <p className="text-center text-14">
          <TextLink href="/switch">Back to your gyms</TextLink>
        </p>
      </div>
    </ProductEntry>
  );
}
