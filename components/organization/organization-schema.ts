import { updateOrganization } from "@/lib/contracts/organization/organizations";

export const organizationShape = updateOrganization.input.omit({ id: true, policies: true }).required();
