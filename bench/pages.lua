-- Reads the addresses in PATHS (one a line) by turns. Environment: COOKIE, PATHS.
-- PAUSE: milliseconds that a client waits before each request; without it none.
local pause = tonumber(os.getenv("PAUSE") or "0")
if pause > 0 then
  function delay() return pause end
end

local paths = {}
function init(args)
  for path in string.gmatch(os.getenv("PATHS"), "[^\n]+") do paths[#paths + 1] = path end
  wrk.headers["Cookie"] = os.getenv("COOKIE")
  count = 0
end

function request()
  count = count + 1
  return wrk.format("GET", paths[count % #paths + 1])
end

function done(summary, latency, requests)
  io.write(string.format("FIGURES %d %d %d %d %d %d\n", summary.requests, summary.duration,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99), latency.max))
end
