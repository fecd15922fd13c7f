# A local org for one file of tests, and what proves what was sent to it. Dot-source it in BeforeAll.
Import-Module $env:SALESFORCEPS_MODULE
$ProgressPreference = 'SilentlyContinue'

function Start-TestOrg {
    $emulator = Start-SfEmulator -SchemaPath "$PSScriptRoot/org-schema.json" @args
    $emulator | Connect-Sf
    $emulator
}

function Invoke-OrgControl {
    param([string] $Method, [string] $Path, [object] $Body)

    $request = @{ Method = $Method; Uri = "$($org.LoginUrl)__emulator/$Path" }
    if ($PSBoundParameters.ContainsKey('Body')) { $request.Body = ConvertTo-Json @($Body) }
    Invoke-RestMethod @request
}

function Reset-TestOrg { Invoke-OrgControl Post reset }

function Clear-OrgRequest { Invoke-OrgControl Delete requests }

function Get-OrgRequest { Invoke-OrgControl Get requests | ForEach-Object { $_ } }

# The SOAP operations that write, in the order they came.
function Get-OrgWrite {
    @((Get-OrgRequest).soapOperation) -match '^(create|update|upsert|delete|undelete|merge)$'
}

function Set-OrgFault([hashtable[]] $Fault) { Invoke-OrgControl Post faults $Fault }

# Only tests that say so wait, and they wait for something.
function Wait-Until {
    param([scriptblock] $Condition, [int] $Seconds = 10)

    $end = [datetime]::UtcNow.AddSeconds($Seconds)
    while (-not (& $Condition)) {
        if ([datetime]::UtcNow -gt $end) { throw "It did not come true within $Seconds seconds: $Condition" }
        Start-Sleep -Milliseconds 20
    }
}

function New-Shell {
    param([scriptblock] $Script, [hashtable] $Variables)

    $setUp = {
        param($module, $session, $variables)
        Import-Module $module
        $PSDefaultParameterValues['*-SfRecord:Session'] = $PSDefaultParameterValues['Invoke-SfQuery:Session'] = $session
        foreach ($name in $variables.Keys) { Set-Variable $name $variables[$name] }
    }
    $shell = [powershell]::Create()
    $null = $shell.AddScript($setUp).AddArgument($env:SALESFORCEPS_MODULE).AddArgument((Get-SfSession)).AddArgument($Variables).Invoke()
    $shell.Commands.Clear()
    $shell.AddScript($Script)
}

# Runs a script where nobody can answer a question: one that asks throws a HostException.
function Invoke-Unattended {
    param([scriptblock] $Script, [hashtable] $Variables = @{})

    $shell = New-Shell $Script $Variables
    try {
        $shell.Invoke()
        if ($shell.HadErrors) { throw $shell.Streams.Error[0].Exception }
    }
    finally {
        $shell.Dispose()
    }
}

# Runs a script as a prompt would, presses Ctrl+C once the condition holds, and says how long the end took.
function Stop-Midway {
    param([scriptblock] $Script, [scriptblock] $When, [hashtable] $Variables = @{})

    $shell = New-Shell $Script $Variables
    try {
        $running = $shell.BeginInvoke()
        Wait-Until $When
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $shell.Stop()
        $elapsed = $watch.Elapsed
        [pscustomobject]@{ Elapsed = $elapsed; State = $shell.InvocationStateInfo.State; IsCompleted = $running.IsCompleted }
    }
    finally {
        $shell.Dispose()
    }
}
