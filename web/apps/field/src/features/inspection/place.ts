export interface Place {
  longitude: number
  latitude: number
}

/** Where the phone is now, once; null when that is not allowed or takes too long. No track is kept. */
export function placeNow(timeout = 4000): Promise<Place | null> {
  if (!('geolocation' in navigator)) return Promise.resolve(null)
  return new Promise((done) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ longitude: coords.longitude, latitude: coords.latitude }),
      () => done(null),
      { timeout, maximumAge: 60_000, enableHighAccuracy: true },
    )
  })
}
