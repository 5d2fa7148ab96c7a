type Pictured = { id: string; photo_file_id: string | null };

/** Contains the organization, because an <img> sends no headers. Changes with the photo, so that browsers can cache it. */
export function photoUrl({ id, photo_file_id }: Pictured, organization: { slug: string }): string | null {
  if (photo_file_id === null) return null;
  const query = new URLSearchParams({ organization: organization.slug, v: photo_file_id });
  return `/api/v1/members/${id}/photo?${query}`;
}
