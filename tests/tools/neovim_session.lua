-- What a person does in Neovim; run by tests/tools/neovim. Ends Neovim with 0, or with 1 and what went wrong.

local archive = vim.env.TAIWA_ARCHIVE
local WAIT = 20000

local function fail(...)
  error(string.format(...), 0)
end

local function same(actual, expected, what)
  if not vim.deep_equal(actual, expected) then
    fail('%s: %s, where %s was expected', what, vim.inspect(actual), vim.inspect(expected))
  end
end

local function wait_for(what, so)
  if not vim.wait(WAIT, so, 20) then
    fail('it never came to this: %s; the diagnostics are %s', what, vim.inspect(vim.diagnostic.get(nil)))
  end
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

local function open(name)
  vim.cmd('edit ' .. vim.fn.fnameescape(archive .. '/content/' .. name))
  wait_for('a server is at work on ' .. name, function()
    local client = clients()[1]
    return client and client.server_capabilities and vim.lsp.buf_is_attached(0, client.id)
  end)
  return vim.api.nvim_get_current_buf()
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, true)
end

-- The number of the first line that has this text, from 0, and the byte where the text begins.
local function find(text)
  for number, line in ipairs(lines()) do
    local start = line:find(text, 1, true)
    if start then
      return number - 1, start - 1
    end
  end
  fail('no line has %s', text)
end

-- Puts one text in the place of another, the first time that it occurs, and the cursor behind it.
local function replace(old, new)
  local line, start = find(old)
  vim.api.nvim_buf_set_text(0, line, start, line, start + #old, vim.split(new, '\n'))
  vim.api.nvim_win_set_cursor(0, { line + 1, start + #new })
end

local function codes(buffer)
  return vim.tbl_map(function(it)
    return it.code
  end, vim.diagnostic.get(buffer))
end

-- Neovim and the server each wait a little for more to be typed: what was seen has to stay.
-- Of one buffer, or of all.
local function wait_for_codes(expected, what, buffer)
  local since
  wait_for(what, function()
    if not vim.deep_equal(codes(buffer), expected) then
      since = nil
      return false
    end
    since = since or vim.loop.now()
    return vim.loop.now() - since > 500
  end)
end

-- Asks at the cursor; the cursor of Neovim stands before a letter.
local function ask(method, more)
  local encoding = clients()[1].offset_encoding
  local params = vim.tbl_extend('force', vim.lsp.util.make_position_params(0, encoding), more or {})
  local answers, problem = vim.lsp.buf_request_sync(0, method, params, WAIT)
  if not answers then
    fail('%s: %s', method, problem)
  end
  local _, answer = next(answers)
  if not answer or answer.error or answer.err then
    fail('%s: %s', method, vim.inspect(answer))
  end
  return answer.result
end

local function labels()
  local result = ask('textDocument/completion')
  local found = {}
  for _, item in ipairs(result.items or result) do
    found[item.label] = true
  end
  return found
end

local function offered(label, where)
  if not labels()[label] then
    fail('%s is not offered in %s, but %s', label, where, vim.inspect(vim.tbl_keys(labels())))
  end
end

local function definition()
  local result = ask('textDocument/definition')
  local place = result and (result[1] or result)
  if not place then
    fail('there is no definition')
  end
  local range = place.targetSelectionRange or place.range
  local file = vim.uri_to_fname(place.targetUri or place.uri)
  return file:sub(#archive + 2), vim.fn.readfile(file)[range.start.line + 1]
end

local function put_cursor(text, into)
  local line, start = find(text)
  vim.api.nvim_win_set_cursor(0, { line + 1, start + (into or 0) })
end

local ENGLISH = 'meetings/2010-11-01-tokyo.en.md'
local JAPANESE = 'meetings/2010-11-01-tokyo.ja.md'
local english_buffer

local steps = {
  {
    'a mistyped track is underlined where it stands',
    function()
      english_buffer = open(ENGLISH)
      replace('track: process', 'track: proces')
      wait_for_codes({ 'unknown-track' }, 'the track is unknown')
      local found = vim.diagnostic.get(english_buffer)[1]
      local line, start = find('track: proces')
      same({ found.lnum, found.col, found.end_col }, { line, start + 7, start + 13 }, 'the place of the diagnostic')
      same(found.message:match('^[^\n]*'), 'no track is called `proces`', 'the message')
      same(found.severity, vim.diagnostic.severity.ERROR, 'the severity')
      same(found.source, 'taiwa', 'the source')
    end,
  },
  {
    'an id is offered in half a line, and accepting it mends the note',
    function()
      replace('track: proces', 'track: clo')
      offered('cloud', 'the front matter')
      replace('track: clo', 'track: process')
      wait_for_codes({}, 'nothing is wrong any more')
    end,
  },
  {
    'keys are offered',
    function()
      local line = find('number: 1')
      vim.api.nvim_buf_set_lines(0, line + 1, line + 1, true, { 'ho' })
      vim.api.nvim_win_set_cursor(0, { line + 2, 2 })
      offered('host', 'the front matter')
      vim.api.nvim_buf_set_lines(0, line + 1, line + 2, true, {})
      wait_for_codes({}, 'nothing is wrong any more')
    end,
  },
  {
    'records of the text are offered, and lead to where they are defined, in Japanese too',
    function()
      local buffer = open(JAPANESE)
      local last = #lines()
      vim.api.nvim_buf_set_lines(0, last, last, true, { '', '次の分野については、[[track:clo' })
      vim.api.nvim_win_set_cursor(0, { last + 2, #'次の分野については、[[track:clo' })
      offered('cloud', 'a Japanese text')
      vim.api.nvim_buf_set_lines(0, last + 1, last + 2, true, { '次の分野については、[[track:cloud]]を参照。' })
      put_cursor('[[track:cloud]]を参照', #'[[track:c')
      local file, text = definition()
      same({ file, text }, { 'content/tracks.yaml', 'cloud:' }, 'the definition')
      if not vim.inspect(ask('textDocument/hover')):find('クラウド') then
        fail('the card does not have the title: %s', vim.inspect(ask('textDocument/hover')))
      end
      vim.cmd('edit!')
      same(vim.bo[buffer].modified, false, 'the note is as it was')
    end,
  },
  {
    'ids of the front matter lead to their registries and notes',
    function()
      open(ENGLISH)
      for text, expected in pairs({
        ['person: philip-verveer'] = { 'content/people.yaml', 'philip-verveer:' },
        ['dialogue: internet-economy'] = { 'content/dialogues.yaml', 'internet-economy:' },
        ['track: cybersecurity'] = { 'content/tracks.yaml', 'cybersecurity:' },
      }) do
        put_cursor(text, #text - 2)
        same({ definition() }, expected, 'the definition of ' .. text)
      end
    end,
  },
  {
    'a mistake in a registry is shown in every file that it concerns, and goes with it',
    function()
      local registry = open('tracks.yaml')
      replace('cybersecurity:', 'cyber-security:')
      -- The note names it four times.
      wait_for_codes(vim.fn['repeat']({ 'unknown-track' }, 4), 'the note names a track that is no more', english_buffer)
      replace('cyber-security:', 'cybersecurity:')
      wait_for_codes({}, 'nothing is wrong any more')
      replace('  title: {en: Open', '  titel: {en: Open')
      wait_for('the key is unknown', function()
        return vim.tbl_contains(codes(registry), 'unknown-key')
      end)
      replace('  titel: {en: Open', '  title: {en: Open')
      wait_for_codes({}, 'nothing is wrong any more')
      vim.cmd('edit!')
    end,
  },
  {
    'two hundred edits in two languages leave the server with the text that is on the screen',
    function()
      open(ENGLISH)
      local line = find('place: Tokyo')
      local typed = { 'a', 'é', '会', '😀', ' ', '[', ']', '{', '}', '"', '\n' }
      math.randomseed(26)
      for number = 1, 200 do
        local count = vim.api.nvim_buf_line_count(0)
        local row = math.random(0, count - 1)
        local text = vim.api.nvim_buf_get_lines(0, row, row + 1, true)[1]
        -- Between letters, as people edit.
        local column = vim.str_byteindex(text, math.random(0, (vim.str_utfindex(text))))
        vim.api.nvim_buf_set_text(0, row, column, row, column, vim.split(typed[math.random(#typed)], '\n'))
        if number % 3 == 0 and row + 1 < count then
          vim.api.nvim_buf_set_lines(0, row, row + 1, true, {})
        end
      end
      vim.cmd('edit!')
      wait_for_codes({}, 'nothing is wrong in the text as it was')
      -- Behind letters that count differently in bytes and in UTF-16.
      replace('place: Tokyo', 'place: {東京😀|とうきょう} <b>')
      wait_for('the note has a diagnostic', function()
        return #codes(english_buffer) > 0
      end)
      vim.cmd('edit!')
      wait_for_codes({}, 'nothing is wrong any more')
      same(find('place: Tokyo'), line, 'the line of the place')
    end,
  },
  {
    'a rename is one edit over all files',
    function()
      open(ENGLISH)
      put_cursor('person: philip-verveer', #'person: p')
      local edit = ask('textDocument/rename', { newName = 'verveer' })
      vim.lsp.util.apply_workspace_edit(edit, clients()[1].offset_encoding)
      vim.cmd('silent wall')
      wait_for_codes({}, 'nothing is wrong after the rename')
    end,
  },
}

local function run()
  for _, step in ipairs(steps) do
    local name, body = step[1], step[2]
    local ok, problem = pcall(body)
    if not ok then
      io.stderr:write(string.format('\n%s: FAILED\n%s\n', name, problem))
      vim.cmd('cquit 1')
    end
    io.stderr:write(name .. '\n')
  end
  vim.cmd('qall!')
end

run()
