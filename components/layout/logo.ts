/** The public URL of an organization's logo. It contains the file id, so a new logo has a new URL. */
export function logoOf(organization: { id: string; logo_file_id: string | null }): string | null {
  if (organization.logo_file_id === null) return null;
  return `/api/v1/organizations/${organization.id}/logo?${new URLSearchParams({ v: organization.logo_file_id })}`;
}
