import type { OrganizationOfUser } from "@/lib/contracts/identity/auth-fields";

/** The start page of a user in a gym: the member pages or the manage pages. */
export const homeAddress = ({ slug, role }: Pick<OrganizationOfUser, "slug" | "role">): string =>
  role === "member" ? `/me/${slug}` : `/manage/${slug}`;

/** Staff who are members of their gym have two start pages there. */
export const homesOf = (organization: OrganizationOfUser): OrganizationOfUser[] =>
  organization.role !== "member" && organization.member_id
    ? [organization, { ...organization, role: "member" }]
    : [organization];
