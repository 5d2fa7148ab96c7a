import type { OrganizationOfUser } from "@/lib/contracts/identity/auth-fields";

/** Where somebody works, or trains, in a gym. */
export const homeAddress = ({ slug, role }: Pick<OrganizationOfUser, "slug" | "role">): string =>
  role === "member" ? `/me/${slug}` : `/manage/${slug}`;
