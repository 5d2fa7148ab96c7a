import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { personCaller } from "@/app/page-caller";
import { homeAddress, homesOf } from "@/components/identity/home-address";
import { dailySteps, EntrySteps, ProductEntry } from "@/components/identity/product-entry";
import { SignOutLink } from "@/components/identity/sign-out-link";
import { Mark } from "@/components/layout/mark";
import { TextLink } from "@/components/ui/controls/text-link";
import { Row, RowList } from "@/components/ui/data/row-list";
import { me } from "@/lib/domain/identity";
import { roleNames } from "@/lib/values/role-names";

export const metadata: Metadata = { title: "Choose a gym" };

/** Lists the gyms of the signed-in user. Redirects when there is only one destination. */
export default async function SwitchPage() {
  const { user, organizations } = await me(await personCaller(), {});
  const [first, ...others] = organizations;
  if (user.is_super_admin && !first) redirect("/platform");
  if (first && others.length === 0 && homesOf(first).length === 1 && !user.is_super_admin) redirect(homeAddress(first));
  return (
    <ProductEntry aside={<EntrySteps title="At the front desk" steps={dailySteps} />}>
      <div className="flex flex-col gap-4">
        <h1>{first ? "Choose a gym" : "No gym yet"}</h1>
        {first ? (
          <RowList label="Your gyms">
            {user.is_super_admin ? (
              <Row
                lead={<Mark name="FitFlow" />}
                title="Platform"
                subtitle="All gyms, support access"
                href="/platform"
              />
            ) : null}
            {organizations.flatMap(homesOf).map(({ id, name, role, slug }) => (
              <Row
                key={`${id} ${role}`}
                lead={<Mark name={name} />}
                title={name}
                subtitle={roleNames[role]}
                href={homeAddress({ slug, role })}
              />
            ))}
          </RowList>
        ) : (
          <p className="text-16">
            Ask your gym to invite {user.email}, or <TextLink href="/open-gym">create your own gym</TextLink>.
          </p>
        )}
        {first && !user.is_super_admin ? (
          <p className="text-16">
            <TextLink href="/open-gym">Create another gym</TextLink>
          </p>
        ) : null}
        <p className="text-14">
          Signed in as {user.email}. <SignOutLink />
        </p>
      </div>
    </ProductEntry>
  );
}
