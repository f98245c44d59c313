/** The booker's own talk with its server. */
export async function loadSlots(eventTypeId, movingUid) {
  const query = new URLSearchParams({ eventTypeId, ...(movingUid ? { movingUid } : {}) });
  const response = await fetch(`/_booker/slots?${query}`);
  if (!response.ok) throw new Error(`slots: ${response.status}`);
  return (await response.json()).slots;
}

/** `{ booking }`, `{ taken: true }` or `{ error }`. */
export async function book(wish) {
  try {
    const response = await fetch('/_booker/bookings', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(wish),
    });
    const answer = await response.json();
    if (response.ok) return { booking: answer };
    return response.status === 409 ? { taken: true } : { error: answer.error };
  } catch {
    return { error: 'Something went wrong. Please try again.' };
  }
}

/** What the address brings along: prefilled fields and `metadata[key]` values. */
export function prefill(search) {
  const params = new URLSearchParams(search);
  const metadata = {};
  for (const [key, value] of params) {
    const name = key.match(/^metadata\[(.+)\]$/)?.[1];
    if (name) metadata[name] = value;
  }
  return {
    name: params.get('name') ?? '',
    email: params.get('email') ?? '',
    notes: params.get('notes') ?? '',
    guests: [...new Set([...params.getAll('guests'), ...params.getAll('guest')])].filter(Boolean),
    rescheduledBy: params.get('rescheduledBy') ?? undefined,
    date: params.get('date') ?? params.get('slot')?.slice(0, 10),
    month: params.get('month') ?? undefined,
    metadata,
  };
}
