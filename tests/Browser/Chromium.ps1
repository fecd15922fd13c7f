# A headless Chromium by its driver (WebDriver over HTTP). Dot-source it.
function Start-Chromium {
    $browser = Get-Command chromium, chromium-browser, google-chrome -CommandType Application -ErrorAction Ignore | Select-Object -First 1
    $start = [Diagnostics.ProcessStartInfo]::new((Get-Command chromedriver -CommandType Application)[0].Source, [string[]]'--port=0')
    $start.RedirectStandardOutput = $true
    $driver = [Diagnostics.Process]::Start($start)
    do {
        $line = $driver.StandardOutput.ReadLine()
        if ($null -eq $line) { throw 'chromedriver ended before it was ready.' }
    } until ($line -match 'started successfully on port (\d+)')
    $address = "http://127.0.0.1:$($Matches[1])/session"
    $folder = (New-Item (Join-Path ([IO.Path]::GetTempPath()) "chromium-$([guid]::NewGuid())") -ItemType Directory).FullName
    $arguments = @(
        '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'
        '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', "--user-data-dir=$folder"
    )
    $capabilities = @{ alwaysMatch = @{ browserName = 'chrome'; 'goog:chromeOptions' = @{ binary = $browser.Source; args = $arguments } } }
    $session = (Invoke-RestMethod $address -Method Post -ContentType application/json -Body (@{ capabilities = $capabilities } | ConvertTo-Json -Depth 6)).value
    [pscustomobject]@{ Driver = $driver; Session = "$address/$($session.sessionId)"; Folder = $folder }
}

function Stop-Chromium([object] $Chromium) {
    try { $null = Invoke-RestMethod $Chromium.Session -Method Delete }
    finally {
        $Chromium.Driver.Kill($true)
        $Chromium.Driver.WaitForExit()
        Remove-Item $Chromium.Folder -Recurse -Force -ErrorAction Ignore
    }
}

function Invoke-Driver([object] $Chromium, [string] $Path, [hashtable] $Body = @{}) {
    (Invoke-RestMethod "$($Chromium.Session)/$Path" -Method Post -ContentType application/json -Body ($Body | ConvertTo-Json)).value
}

function Get-Element([object] $Chromium, [string] $Selector) {
    "element/" + (Invoke-Driver $Chromium element @{ using = 'css selector'; value = $Selector }).PSObject.Properties.Value
}

# Signs in on the emulator's page, and gives the title and the text of the page that comes at the end.
function Submit-SignIn([object] $Chromium, [uri] $Address, [pscredential] $Credential, [string] $Decision) {
    $null = Invoke-Driver $Chromium url @{ url = $Address.AbsoluteUri }
    $null = Invoke-Driver $Chromium "$(Get-Element $Chromium 'input[name=username]')/value" @{ text = $Credential.UserName }
    $null = Invoke-Driver $Chromium "$(Get-Element $Chromium 'input[name=password]')/value" @{ text = $Credential.GetNetworkCredential().Password }
    $null = Invoke-Driver $Chromium "$(Get-Element $Chromium "button[value=$Decision]")/click"
    Wait-Until { (Invoke-RestMethod "$($Chromium.Session)/title").value -like 'You are*' } -Seconds 30
    [pscustomobject]@{
        Title = (Invoke-RestMethod "$($Chromium.Session)/title").value
        Text  = (Invoke-RestMethod "$($Chromium.Session)/$(Get-Element $Chromium body)/text").value
        Url   = [uri](Invoke-RestMethod "$($Chromium.Session)/url").value
    }
}
