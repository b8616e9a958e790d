-- Settings of Neovim, 0.7 or later, for archives of taiwa: copy this file to ~/.config/nvim/plugin/taiwa.lua.
-- vim.g.taiwa_path names the program if it is not in PATH.

local FILE_TYPES = { 'markdown', 'yaml' }

local function command()
  return { vim.g.taiwa_path or 'taiwa', 'lsp' }
end

-- The folder around a file that has content/site.yaml, if the file is in its content/.
local function archive_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  while folder ~= vim.fn.fnamemodify(folder, ':h') do
    local parent = vim.fn.fnamemodify(folder, ':h')
    if vim.fn.fnamemodify(folder, ':t') == 'content' and vim.fn.filereadable(folder .. '/site.yaml') == 1 then
      return parent
    end
    folder = parent
  end
end

-- Since 0.11.
if vim.lsp.config then
  vim.lsp.config('taiwa', {
    cmd = command(),
    filetypes = FILE_TYPES,
    root_dir = function(buffer, start)
      local archive = archive_of(vim.api.nvim_buf_get_name(buffer))
      if archive then
        start(archive)
      end
    end,
  })
  vim.lsp.enable('taiwa')
  return
end

-- Before 0.11: one client for each archive.
local clients = {}

local function attach(buffer)
  local archive = archive_of(vim.api.nvim_buf_get_name(buffer))
  if not archive then
    return
  end
  if not clients[archive] then
    clients[archive] = vim.lsp.start_client({
      name = 'taiwa',
      cmd = command(),
      root_dir = archive,
      workspace_folders = { { uri = vim.uri_from_fname(archive), name = archive } },
      on_exit = function()
        clients[archive] = nil
      end,
    })
  end
  if clients[archive] then
    vim.lsp.buf_attach_client(buffer, clients[archive])
    vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc'
  end
end

vim.api.nvim_create_autocmd('FileType', {
  group = vim.api.nvim_create_augroup('taiwa', {}),
  pattern = FILE_TYPES,
  callback = function(event)
    attach(event.buf)
  end,
})
