/** Address of an organization's logo; the file's id in it makes a new logo a new address. */
export function logoOf(organization: { id: string; logo_file_id: string | null }): string | null {
  return organization.logo_file_id
    ? `/api/v1/organizations/${organization.id}/logo?file=${organization.logo_file_id}`
    : null;
}
