# Files to be uploaded. Dot-source it in BeforeAll.
function Get-Bytes([int] $Count, [int] $Seed = 1) {
    $bytes = [byte[]]::new($Count)
    [Random]::new($Seed).NextBytes($bytes)
    , $bytes
}

# Files of the names and contents given, in a folder of their own.
function New-Folder([hashtable] $Files = @{}) {
    $folder = New-Item -ItemType Directory (Join-Path $TestDrive ([guid]::NewGuid().ToString('N')))
    foreach ($name in $Files.Keys) { [IO.File]::WriteAllBytes((Join-Path $folder.FullName $name), $Files[$name]) }
    $folder
}

function Get-Upload { @(Get-OrgRequest | Where-Object { $_.method -in 'POST', 'PATCH' -and ($_.path -like '*/sobjects/*' -or $_.path -like '*/composite/sobjects') }) }
function Get-FileHashText([string] $Path) { (Get-FileHash $Path -Algorithm SHA256).Hash }
