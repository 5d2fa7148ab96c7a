/** Address of an organization's logo, which is public; the file's id in it makes a new logo a new address. */
export function logoOf(organization: { id: string; logo_file_id: string | null }): string | null {
  if (organization.logo_file_id === null) return null;
  return `/api/v1/organizations/${organization.id}/logo?${new URLSearchParams({ v: organization.logo_file_id })}`;
}
