/** Address of an organization's logo: names the organization, since an <img> sends no headers, and changes with the file. */
export function logoOf(organization: { id: string; slug: string; logo_file_id: string | null }): string | null {
  if (organization.logo_file_id === null) return null;
  const query = new URLSearchParams({ organization: organization.slug, v: organization.logo_file_id });
  return `/api/v1/organizations/${organization.id}/logo?${query}`;
}
