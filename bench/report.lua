-- Reports cases through the interface, one after the other on each connection. Environment: COOKIE, XSRF, AREAS, TYPES, RUN.
local threads = 0
function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

-- PAUSE: milliseconds that a client waits before each request; without it none.
local pause = tonumber(os.getenv("PAUSE") or "0")
if pause > 0 then
  function delay() return pause end
end

local areas, types = {}, {}
function init(args)
  for code in string.gmatch(os.getenv("AREAS"), "[^,]+") do areas[#areas + 1] = code end
  for code in string.gmatch(os.getenv("TYPES"), "[^,]+") do types[#types + 1] = code end
  wrk.method = "POST"
  wrk.headers["Content-Type"] = "application/json"
  wrk.headers["Cookie"] = os.getenv("COOKIE")
  wrk.headers["X-XSRF-TOKEN"] = os.getenv("XSRF")
  run = os.getenv("RUN")
  count = 0
  failed = 0
end

function request()
  count = count + 1
  local body = string.format(
    '{"requestId":"%s-%04x-4000-8000-%012x","typeCode":"%s","description":"第%d号测量：人行道上堆放杂物，影响行人通行，请及时清理。","areaCode":"%s","spot":"路口东南角","longitude":118.27,"latitude":33.96}',
    run, number, count, types[count % #types + 1], count, areas[count % #areas + 1])
  return wrk.format(nil, "/api/cases", nil, body)
end

function done(summary, latency, requests)
  io.write(string.format("FIGURES %d %d %d %d %d %d\n", summary.requests, summary.duration,
    summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout,
    latency:percentile(50), latency:percentile(99), latency.max))
end
