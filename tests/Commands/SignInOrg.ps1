# What tests of signing in share. Dot-source it in BeforeAll, after $org.
$url = $org.LoginUrl
$client = @{ LoginUrl = $url; ClientId = $org.ClientId }
$password = $org.Credential.GetNetworkCredential().Password
function Get-TokenRequest { @(Get-OrgRequest | Where-Object path -EQ '/services/oauth2/token') }
function Set-OrgSignIn([hashtable] $Rule) { Invoke-RestMethod -Method Post -Uri "${url}__emulator/sign-in" -Body (ConvertTo-Json $Rule) }
function ConvertTo-Secret([string] $Text) { ConvertTo-SecureString $Text -AsPlainText }

# Signs in as a person does, by the page's form in place of a browser; gives the page at the end.
function Submit-SignInPage([uri] $Address, [string] $Decision = 'Allow') {
    $body = @{ username = $org.Credential.UserName; password = $password; decision = $Decision }
    $Address.Query.TrimStart('?') -split '&' | ForEach-Object {
        $name, $value = $_ -split '='
        $body[$name] = [uri]::UnescapeDataString($value)
    }
    Invoke-WebRequest "${url}services/oauth2/authorize" -Method Post -Body $body
}

# Runs a script that signs in with the browser in a runspace of its own; the answer comes from this one.
function Invoke-BrowserSignIn([scriptblock] $Script, [scriptblock] $Browse, [hashtable] $Variables = @{}) {
    $shell = [powershell]::Create()
    try {
        $null = $shell.AddScript({
            param($module, $client, $variables, $script)
            Import-Module $module
            foreach ($name in $variables.Keys) { Set-Variable $name $variables[$name] }
            . ([scriptblock]::Create($script))
        }).AddArgument($env:SALESFORCEPS_MODULE).AddArgument($client).AddArgument($Variables).AddArgument("$Script")
        $running = $shell.BeginInvoke()
        Wait-Until { $shell.Streams.Information.Count -gt 0 -or $running.IsCompleted } -Seconds 30
        $shown = "$($shell.Streams.Information)"
        $page = if ($shown -match '(?m)^http\S+') { & $Browse ([uri]$Matches[0]) }
        [pscustomobject]@{ Output = $shell.EndInvoke($running); Errors = @($shell.Streams.Error); Shown = $shown; Page = $page }
    }
    finally {
        $shell.Dispose()
    }
}

function Get-RefreshToken {
    $taken = [Collections.Concurrent.ConcurrentQueue[securestring]]::new()
    $null = Invoke-BrowserSignIn -Variables @{ taken = $taken } -Browse { Submit-SignInPage $args[0] } -Script {
        Connect-Sf -Interactive -NoBrowser @client -OnTokenRefresh { param($token) ($using:taken).Enqueue($token) }
    }
    $taken.ToArray()[0]
}
